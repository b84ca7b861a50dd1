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
