import type { Lead } from '../lead/schema.ts'
import type { Database } from './database.ts'
import { packedLease, unpackedLease } from './packing.ts'
import type { Judged, Leased } from './queue.ts'
import type { FrozenRow, LeaseRow, QueuedRow } from './rows.ts'
import { rangeOf } from './standing.ts'

/** Requests that are under way. */

export const readLeases = async (db: Database): Promise<LeaseRow[]> =>
  (await db.leases.toArray()).map(unpackedLease)

export const putLease = (db: Database, lease: LeaseRow) => db.leases.put(packedLease(lease))

/** The leads that are in a request now. */
export async function leasedIds(db: Database): Promise<Set<string>> {
  const leases = await db.leases.toArray()
  return new Set(leases.flatMap(({ leadIds }) => leadIds))
}

/** Begins a request with the first of these leads, as many as fit; with none if none is frozen. */
export async function takeLease(
  db: Database,
  { rows, bytes, ...lease }: NonNullable<Judged<unknown>['lease']>,
): Promise<Leased | undefined> {
  const frozen = await frozenOf(db, rows)
  const fitting = frozen.slice(0, howManyFit(frozen, bytes))
  if (fitting.length === 0) return undefined
  const leads = fitting.map(({ leadId, revision, seq }) => ({ leadId, revision, seq }))
  const leased = { ...lease, leads }
  await putLease(db, leased)
  const seqs = new Set(leads.map(({ seq }) => seq))
  return {
    lease: leased,
    rows: rows.filter(({ seq }) => seqs.has(seq)),
    leads: fitting.map(({ lead }) => lead),
  }
}

/** Mostly one range, as they were promoted together; reading that is quicker than one by one. */
async function frozenOf(db: Database, rows: readonly QueuedRow[]): Promise<FrozenRow[]> {
  const keys = rows.map(({ seq }) => seq)
  // Not by its ends alone: who waited has another place than that of their promotion.
  const range = rangeOf(keys)
  const found = range
    ? await db.frozen
        .where('seq')
        .between(...range, true, true)
        .toArray()
    : await db.frozen.bulkGet(keys)
  return found.filter(row => row !== undefined)
}

/** How many of the leads go into one request; the first goes, however large it is. */
export function howManyFit(frozen: readonly { lead: Lead }[], bytes: number): number {
  // Mostly all of them fit, and a UTF-16 code unit is three bytes at most: that is soon known.
  if (JSON.stringify(frozen).length * 3 <= bytes) return frozen.length
  let size = 0
  const over = frozen.findIndex(({ lead }) => {
    size += new TextEncoder().encode(JSON.stringify(lead)).byteLength
    return size > bytes
  })
  return over === -1 ? frozen.length : Math.max(1, over)
}
