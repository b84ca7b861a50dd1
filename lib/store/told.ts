import type { Observable } from 'dexie'
import { tellBy } from '../lead/tell/deadline.ts'
import type { Told } from '../lead/tell/told.ts'
import type { Database } from './database.ts'
import { watch } from './leads.ts'
import { wasPromoted } from './outbox.ts'
import type { DraftRow } from './rows.ts'

/**
 * Those who were promoted and not told yet that their data is kept, the most pressing first: an index
 * holds them and nobody else, so that it is no matter how many leads there are.
 *
 * @param limit how many at most
 */
export const watchToTell = (
  db: Database,
  limit: number,
): Observable<{ people: DraftRow[]; hasMore: boolean }> =>
  watch(db, async () => {
    const rows = await db.drafts
      .orderBy('tellBy')
      .limit(limit + 1)
      .toArray()
    return { people: rows.slice(0, limit), hasMore: rows.length > limit }
  })

/**
 * Notes that somebody was told, or that they weren't after all. It changes no lead and sends nothing.
 *
 * @returns whether there is anybody of whom to note it: they were promoted
 */
export function noteTold(db: Database, id: string, told: Told | undefined): Promise<boolean> {
  return db.transaction('rw', db.drafts, async () => {
    const row = await db.drafts.get(id)
    if (row === undefined || !wasPromoted(row)) return false
    const { told: _before, tellBy: _due, ...rest } = row
    const next = told === undefined ? { tellBy: tellBy(rest.fields.metOn) } : { told }
    await db.drafts.put({ ...rest, ...next })
    return true
  })
}
