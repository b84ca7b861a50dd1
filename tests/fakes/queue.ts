import type { Database } from '../../lib/store/database.ts'
import { queueOf } from '../../lib/store/databaseQueue.ts'
import type { Judged, Leased } from '../../lib/store/queue.ts'
import type { OutboxRow, QueuedRow } from '../../lib/store/rows.ts'
import { readRows, standing, writeRows } from '../../lib/store/standing.ts'

/** What the engine does with the queue, a step at a time, for tests that are about something else. */

const DAY = 24 * 3600 * 1000

/** Where every lead stands that was promoted, by id. */
export async function outboxOf(db: Database): Promise<OutboxRow[]> {
  const outgoing = await db.outgoing.toArray()
  const settled = await db.settled.toArray()
  const named = [...outgoing.map(({ leadId }) => leadId), ...settled.flatMap(row => row.leadIds)]
  const rows = await readRows(db, [...new Set(named)].sort())
  return rows.filter(row => row !== undefined)
}

/** Leads that are due at this time, in order. */
export async function dueRows(db: Database, now = 1, limit = 10): Promise<QueuedRow[]> {
  const [due] = await queueOf(db).step({ now, horizon: now + DAY, limit }, facts => ({
    answer: facts.due,
  }))
  return due
}

/** Begins a request with the leads that are due. */
export async function leaseDue(
  db: Database,
  { limit = 10, bytes = 1e6, until = 1 } = {},
): Promise<Leased | undefined> {
  const [, leased] = await queueOf(db).step({ now: 1, horizon: DAY, limit }, facts => {
    const lease = { id: crypto.randomUUID(), owner: 'a worker', until, bytes, rows: facts.due }
    return { answer: undefined, lease } satisfies Judged<undefined>
  })
  return leased
}

/** Writes what became of leads, and ends the requests that they were in. */
export async function putRows(db: Database, rows: readonly OutboxRow[]): Promise<void> {
  await db.transaction('rw', [...standing(db), db.leases], async () => {
    await writeRows(db, rows)
    await db.leases.clear()
  })
}
