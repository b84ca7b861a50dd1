import type { Observable } from 'dexie'
import type { Draft } from '../lead/draft.ts'
import type { Database } from './database.ts'
import { draftOf } from './drafts.ts'
import { watch } from './leads.ts'
import { readRows, standing } from './standing.ts'
import { metToken } from './tokens.ts'

/** How many drafts are at hand, and among how many of the newest people they are looked for. */
const AT_HAND = 3
const NEWEST = 16

/** Behind every date. */
const END = '\uffff'

/**
 * The newest drafts that nobody promoted yet. Only keys are read of the others, and in one transaction:
 * whatever is written to any row is a reason to look again.
 *
 * @param but the id of the one on the form
 */
export const watchDrafts = (db: Database, but: string): Observable<Draft[]> =>
  watch(db, () =>
    db.transaction('r', [db.drafts, ...standing(db)], async () => {
      const newest = await db.drafts.orderBy('order').reverse().limit(NEWEST).primaryKeys()
      const others = newest.filter(id => id !== but)
      const promoted = await readRows(db, others)
      const drafts = others.filter((_id, index) => promoted[index] === undefined)
      const rows = await db.drafts.bulkGet(drafts.slice(0, AT_HAND))
      return rows.filter(row => row !== undefined).map(draftOf)
    }),
  )

/**
 * How many people were met at an event: those whose form names it, counted anew after each change,
 * so that no count can differ from them.
 *
 * @param since `YYYY-MM-DD`
 */
export const watchMet = (db: Database, event: string, since: string): Observable<number> =>
  watch(db, () =>
    db.drafts.where('tokens').between(metToken(event, since), metToken(event, END)).count(),
  )
