import { liveQuery, type Observable } from 'dexie'
import type { Problem } from '../lead/problem.ts'
import type { Database } from './database.ts'
import { getMeta } from './meta.ts'
import { countOpen, wasPromoted } from './outbox.ts'
import { leasedIds } from './queue.ts'
import type { Card, DraftRow, MetaRows, OutboxRow } from './rows.ts'
import { readRow, readRows } from './standing.ts'
import { words } from './tokens.ts'

/** Where a lead stands, as people see it. Times are milliseconds since the epoch. */
export type LeadState =
  /** `card`: what is written here differs from what is on it, and was not promoted yet. */
  | { is: 'draft'; card?: Card }
  | { is: 'waiting'; until?: number; problem?: Problem; canTakeBack: boolean }
  | { is: 'sending' }
  | { is: 'on-card'; card?: Card }
  | { is: 'needs-you'; problem: Problem; canTakeBack: boolean }

export interface LeadItem {
  row: DraftRow
  state: LeadState
}

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
  const canTakeBack = row.attempts === 0
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
const watch = <T>(db: Database, query: () => Promise<T>): Observable<T> =>
  liveQuery(async () => {
    await db.open()
    return query()
  })

/** One lead's state, now and whenever it changes in any window. */
export const watchState = (db: Database, id: string): Observable<LeadState> =>
  watch(db, async () => stateOf(await readRow(db, id), await readQueue(db)))

async function readQueue(db: Database) {
  const [hold, leased] = await Promise.all([getMeta(db, 'hold'), leasedIds(db)])
  return { hold, leased }
}

/**
 * The newest leads, or the newest of those that have a word beginning with each word of `search`.
 *
 * @param limit how many at most
 */
export const watchLeads = (
  db: Database,
  search: string,
  limit: number,
): Observable<{ items: LeadItem[]; hasMore: boolean }> =>
  watch(db, async () => {
    const rows = await findRows(db, search, limit + 1)
    const shown = rows.slice(0, limit)
    const promoted = shown.filter(wasPromoted).map(row => row.id)
    const [outbox, queue] = await Promise.all([readRows(db, promoted), readQueue(db)])
    const byLead = new Map(outbox.map(row => [row?.leadId, row]))
    const items = shown.map(row => ({ row, state: stateOf(byLead.get(row.id), queue) }))
    return { items, hasMore: rows.length > limit }
  })

async function findRows(db: Database, search: string, limit: number): Promise<DraftRow[]> {
  const [first, ...others] = words(search).sort((a, b) => b.length - a.length)
  const newest = db.drafts.orderBy('order').reverse()
  if (first === undefined) return newest.limit(limit).toArray()
  const ids = await db.drafts.where('tokens').startsWith(first).distinct().primaryKeys()
  const rows = (await db.drafts.bulkGet(ids)).filter(row => row !== undefined)
  const matching = rows.filter(row =>
    others.every(word => row.tokens.some(token => token.startsWith(word))),
  )
  return matching.sort((a, b) => b.order - a.order).slice(0, limit)
}

/** The ids of all leads that a search finds, shown or not, for *Select all*. */
export async function findIds(db: Database, search: string): Promise<string[]> {
  if (words(search).length === 0) return db.drafts.orderBy('order').reverse().primaryKeys()
  return (await findRows(db, search, Number.POSITIVE_INFINITY)).map(row => row.id)
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
