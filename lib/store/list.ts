import type { Observable } from 'dexie'
import type { Database } from './database.ts'
import { type LeadState, readQueue, stateOf, watch } from './leads.ts'
import { wasPromoted } from './outbox.ts'
import type { DraftRow } from './rows.ts'
import { readRows } from './standing.ts'
import { words } from './tokens.ts'

export interface LeadItem {
  row: DraftRow
  state: LeadState
}

/**
 * The newest leads, or the newest of those that have a word beginning with each word of `search`.
 *
 * @param limit how many at most
 * @param met the token of an event, to find only those who were met there
 */
export const watchLeads = (
  db: Database,
  search: string,
  limit: number,
  met = '',
): Observable<{ items: LeadItem[]; hasMore: boolean }> =>
  watch(db, async () => {
    const rows = await findRows(db, termsOf(search, met), limit + 1)
    const items = await withStates(db, rows.slice(0, limit))
    return { items, hasMore: rows.length > limit }
  })

/** These people, and where each of them stands. */
export async function withStates(db: Database, rows: readonly DraftRow[]): Promise<LeadItem[]> {
  const promoted = rows.filter(wasPromoted).map(row => row.id)
  const [outbox, queue] = await Promise.all([readRows(db, promoted), readQueue(db)])
  const byLead = new Map(outbox.map(row => [row?.leadId, row]))
  return rows.map(row => ({ row, state: stateOf(byLead.get(row.id), queue) }))
}

/** What each row that is found has the whole or the beginning of, the rarest first. */
const termsOf = (search: string, met: string): string[] => [
  ...(met === '' ? [] : [met]),
  ...words(search).sort((a, b) => b.length - a.length),
]

async function findRows(
  db: Database,
  [first, ...others]: readonly string[],
  limit: number,
): Promise<DraftRow[]> {
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
export async function findIds(db: Database, search: string, met = ''): Promise<string[]> {
  const terms = termsOf(search, met)
  if (terms.length === 0) return db.drafts.orderBy('order').reverse().primaryKeys()
  return (await findRows(db, terms, Number.POSITIVE_INFINITY)).map(row => row.id)
}
