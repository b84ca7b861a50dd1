import type { Observable } from 'dexie'
import type { Lead } from '../lead/schema.ts'
import { tellBy } from '../lead/tell/deadline.ts'
import type { Told } from '../lead/tell/told.ts'
import type { Database } from './database.ts'
import { mayBeKept } from './kept.ts'
import { watch } from './leads.ts'
import type { DraftRow } from './rows.ts'
import { readRow, readRows } from './standing.ts'

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
    const found = await findToTell(db, limit + 1)
    return { people: found.slice(0, limit), hasMore: found.length > limit }
  })

async function findToTell(db: Database, limit: number): Promise<DraftRow[]> {
  const found: DraftRow[] = []
  for (let read = 0; ; ) {
    const wanted = limit - found.length
    const rows = await db.drafts.orderBy('tellBy').offset(read).limit(wanted).toArray()
    found.push(...(await withoutPersonal(db, rows)))
    read += rows.length
    if (rows.length < wanted || found.length >= limit) return found
  }
}

/** Whoever became a personal contact before they were on a card is no business of the company. */
async function withoutPersonal(db: Database, rows: DraftRow[]): Promise<DraftRow[]> {
  const personal = rows.filter(({ fields }) => fields.relation === 'personal').map(({ id }) => id)
  const promoted = await readRows(db, personal)
  const hidden = new Set(personal.filter((_, index) => promoted[index] === undefined))
  return rows.filter(({ id }) => !hidden.has(id))
}

/** What a person's card has, or will have: the lead that was promoted last, if there is one. */
export const watchPromoted = (db: Database, id: string): Observable<Lead | undefined> =>
  watch(db, async () => {
    const row = await readRow(db, id)
    return row && (await db.frozen.get(row.seq))?.lead
  })

/**
 * Notes that somebody was told, or that they weren't after all. It changes no lead and sends nothing.
 *
 * @returns whether there is anybody of whom to note it: a CRM may have their data
 */
export function noteTold(db: Database, id: string, told: Told | undefined): Promise<boolean> {
  return db.transaction('rw', db.drafts, async () => {
    const row = await db.drafts.get(id)
    if (row === undefined || !mayBeKept(row)) return false
    const { told: _before, tellBy: _due, ...rest } = row
    const next = told === undefined ? { tellBy: tellBy(rest.fields.metOn) } : { told }
    await db.drafts.put({ ...rest, ...next })
    return true
  })
}
