import type { Database } from './database.ts'
import { packedLease, unpackedLease } from './packing.ts'
import type { LeaseRow } from './rows.ts'

/** Requests that are under way. */

export async function readLease(db: Database, id: string): Promise<LeaseRow | undefined> {
  const lease = await db.leases.get(id)
  return lease && unpackedLease(lease)
}

export const readLeases = async (db: Database): Promise<LeaseRow[]> =>
  (await db.leases.toArray()).map(unpackedLease)

export const putLease = (db: Database, lease: LeaseRow) => db.leases.put(packedLease(lease))

/** The leads that are in a request now. */
export async function leasedIds(db: Database): Promise<Set<string>> {
  const leases = await db.leases.toArray()
  return new Set(leases.flatMap(({ leadIds }) => leadIds))
}
