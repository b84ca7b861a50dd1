import { type DBCoreRangeType, type DBCoreTransaction, Dexie } from 'dexie'
import type { Database } from './database.ts'
import { isSettled, packed, unpacked } from './packing.ts'
import type { OutboxRow } from './rows.ts'

/**
 * Where promoted leads stand, from the two tables that say so. To be called inside a transaction
 * over both where what was read decides what is written.
 */

/** The tables that a transaction needs for that. */
export const standing = (db: Database) => [db.outgoing, db.settled]

/** @returns for each lead, in their order, its row; `undefined` for a draft */
export async function readRows(
  db: Database,
  leadIds: readonly string[],
): Promise<(OutboxRow | undefined)[]> {
  const rows = await Promise.all(
    leadIds.map(leadId => db.outgoing.where('leadId').equals(leadId).first()),
  )
  const others = leadIds.filter((_, index) => rows[index] === undefined)
  const settled = await readSettled(db, others)
  return leadIds.map((leadId, index) => rows[index] ?? settled.get(leadId))
}

/** @returns one lead's row; `undefined` for a draft */
export const readRow = async (db: Database, leadId: string): Promise<OutboxRow | undefined> =>
  (await readRows(db, [leadId]))[0]

/** The keys first: many leads share a row, and each row is read once. */
async function readSettled(db: Database, leadIds: readonly string[]) {
  const newest = await Promise.all(leadIds.map(async id => (await naming(db, id)).at(-1)))
  const keys = [...new Set(newest)].filter(key => key !== undefined)
  const rows = keys.length > 0 ? await db.settled.bulkGet(keys) : []
  const byKey = new Map(keys.map((key, index) => [key, rows[index]]))
  return new Map(
    leadIds.map((leadId, index) => {
      const row = byKey.get(newest[index] ?? 0)
      return [leadId, row && unpacked(row, row.leadIds.indexOf(leadId))]
    }),
  )
}

/** The rows that a lead was settled in, the newest last. */
const naming = (db: Database, leadId: string) =>
  db.settled.where('leadIds').equals(leadId).primaryKeys()

/**
 * Writes where leads stand from now on.
 *
 * @param left places in the order of promotion that their rows had and have no more
 */
export async function writeRows(
  db: Database,
  rows: readonly OutboxRow[],
  left: readonly number[] = [],
): Promise<void> {
  const settled = rows.filter(isSettled)
  const others = rows.filter(row => !isSettled(row))
  const gone = [...left, ...settled.map(({ seq }) => seq)]
  await Promise.all([
    gone.length > 0 && deleteOutgoing(db, gone),
    settled.length > 0 && db.settled.bulkAdd(packed(settled)),
    others.length > 0 && db.outgoing.bulkPut(others),
  ])
}

/** Makes drafts of leads that no CRM has: nothing is said of them any more. */
export async function removeRows(db: Database, rows: readonly OutboxRow[]): Promise<void> {
  await db.outgoing.bulkDelete(rows.map(({ seq }) => seq))
  for (const { leadId } of rows) {
    // Another CRM may have had an earlier revision.
    for (const key of await naming(db, leadId)) await forget(db, key, leadId)
  }
}

async function forget(db: Database, key: number, leadId: string): Promise<void> {
  const row = await db.settled.get(key)
  if (row === undefined) return
  const rest = row.leadIds.flatMap((id, index) => (id === leadId ? [] : [unpacked(row, index)]))
  const [packedRest] = packed(rest)
  if (packedRest === undefined) await db.settled.delete(key)
  else await db.settled.put({ ...packedRest, id: key })
}

/** Mostly leads that were promoted together, and then one range. */
async function deleteOutgoing(db: Database, seqs: readonly number[]): Promise<void> {
  const range = rangeOf(seqs)
  const { currentTransaction } = Dexie
  if (range === undefined || currentTransaction === null) {
    return db.outgoing.bulkDelete([...seqs])
  }
  const [lower, upper] = range
  // A collection's own `delete` counts them first, to say how many they were.
  await db.outgoing.core.mutate({
    ...{ type: 'deleteRange', trans: currentTransaction.idbtrans as DBCoreTransaction },
    range: { type: RANGE, lower, upper },
  })
}

/** Dexie's `DBCoreRangeType.Range`, of which it ships the type only. */
const RANGE = 1 as DBCoreRangeType.Range

/** The ends of numbers that follow on each other; `undefined` where one is missing between them. */
export function rangeOf(seqs: readonly number[]): [first: number, last: number] | undefined {
  const [first = 0, last = -1] = [seqs[0], seqs.at(-1)]
  return seqs.every((seq, index) => seq === first + index) ? [first, last] : undefined
}
