import { liveQuery, type Observable } from 'dexie'
import type { Problem } from '../lead/problem.ts'
import type { Database } from './database.ts'
import { leasedIds } from './leases.ts'
import { getMeta } from './meta.ts'
import { countOpen } from './outbox.ts'
import type { Card, MetaRows, OutboxRow } from './rows.ts'
import { readRow } from './standing.ts'

/** Where a lead stands, as people see it. Times are milliseconds since the epoch. */
export type LeadState =
  /** `card`: what is written here differs from what is on it, and was not promoted yet. */
  | { is: 'draft'; card?: Card }
  | { is: 'waiting'; until?: number; problem?: Problem; canTakeBack: boolean }
  | { is: 'sending' }
  | { is: 'on-card'; card?: Card }
  | { is: 'needs-you'; problem: Problem; canTakeBack: boolean }

/** The state that a lead's outbox row and the queue's hold stand for. Pure. */
export function stateOf(
  row: OutboxRow | undefined,
  { hold, leased }: { hold: MetaRows['hold'] | undefined; leased: ReadonlySet<string> },
): LeadState {
  if (row === undefined) return { is: 'draft' }
  if (leased.has(row.leadId)) return { is: 'sending' }
  if (row.phase === 'on-card') {
    const { card } = row.confirmed
    return { is: row.edited ? 'draft' : 'on-card', ...(card === undefined ? {} : { card }) }
  }
  const canTakeBack = row.attempts === 0 && !row.amended
  if (row.phase === 'needs-you') return { is: 'needs-you', problem: row.problem, canTakeBack }
  const until = Math.max(row.dueAt, hold?.until ?? 0)
  const problem = hold?.problem ?? row.problem
  return {
    ...{ is: 'waiting', canTakeBack },
    ...(until > 0 ? { until } : {}),
    ...(problem === undefined ? {} : { problem }),
  }
}

/**
 * A query that is answered again after each change. Dexie keeps silent where the database of a live
 * query can't be opened, so that a list would look empty; here whoever watches hears of it.
 */
export const watch = <T>(db: Database, query: () => Promise<T>): Observable<T> =>
  liveQuery(async () => {
    await db.open()
    return query()
  })

/** One lead's state, now and whenever it changes in any window. */
export const watchState = (db: Database, id: string): Observable<LeadState> =>
  watch(db, async () => stateOf(await readRow(db, id), await readQueue(db)))

/** What of the whole queue is part of each lead's state. */
export async function readQueue(db: Database) {
  const [hold, leased] = await Promise.all([getMeta(db, 'hold'), leasedIds(db)])
  return { hold, leased }
}

export interface Queue {
  /** Leads on their way. */
  open: number
  /** Leads promoted since the queue was last empty. */
  total: number
  needsYou: number
  paused: boolean
  hold: MetaRows['hold'] | undefined
}

/** The queue as a whole, now and whenever it changes. */
export const watchQueue = (db: Database): Observable<Queue> =>
  watch(db, async () => {
    const [open, needsYou, run, paused, hold] = await Promise.all([
      countOpen(db),
      db.outgoing.where('stuck').equals(1).count(),
      getMeta(db, 'run'),
      getMeta(db, 'paused'),
      getMeta(db, 'hold'),
    ])
    return { open, total: Math.max(run?.total ?? 0, open), needsYou, paused: !!paused, hold }
  })
