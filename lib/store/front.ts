import type { Database } from './database.ts'
import { getMeta, putMeta } from './meta.ts'
import type { LeaseRow, MetaRows, OutboxRow, QueuedRow } from './rows.ts'

/**
 * Where the queue's front is: no lead that is due at once was promoted before it. What was deleted
 * from an index stays in the way of who reads it from its beginning, until the browser tidies up;
 * after ten thousand leads that took most of each step's time.
 */

/** Takes the front back to the first of these that is due at once, inside their transaction. */
export async function lowerFront(db: Database, rows: readonly OutboxRow[]): Promise<void> {
  const seqs = rows.flatMap(row => (row.phase === 'queued' && row.dueAt === 0 ? [row.seq] : []))
  const front = seqs.length > 0 ? await getMeta(db, 'front') : undefined
  const first = seqs.reduce((least, seq) => Math.min(least, seq), Number.POSITIVE_INFINITY)
  if (front !== undefined && first < front.seq) await putMeta(db, 'front', { seq: first })
}

/** Moves the front on to the first lead that is in a request or due at once. @returns where it is */
export async function raiseFront(
  db: Database,
  facts: {
    due: readonly QueuedRow[]
    leases: readonly { lease: LeaseRow }[]
    front?: MetaRows['front']
  },
): Promise<MetaRows['front'] | undefined> {
  const { due, leases, front } = facts
  const seqs = leases.flatMap(({ lease }) => lease.leads.map(({ seq }) => seq))
  const next = due.find(row => row.dueAt === 0)
  const first = seqs.reduce((least, seq) => Math.min(least, seq), next?.seq ?? 0)
  if (next === undefined || first <= (front?.seq ?? 0)) return front
  await putMeta(db, 'front', { seq: first })
  return { seq: first }
}
