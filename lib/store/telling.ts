import type { Database } from './database.ts'
import { getMeta, putMeta } from './meta.ts'

/**
 * Takes down whom the user is told of now: those whose day it is or was, and who were told of for no
 * day since it was set; beside them those of whom an earlier call was dying to tell. None of them is
 * found again, until they are put off to another day.
 *
 * @param from `YYYY-MM-DD`, as `through`
 * @returns their ids
 */
export function beginTelling(db: Database, from: string, through: string): Promise<string[]> {
  return db.transaction('rw', [db.reminders, db.meta], async () => {
    const left = (await getMeta(db, 'telling'))?.ids ?? []
    const there = (await db.reminders.bulkGet(left)).filter(row => row !== undefined)
    // Also where it is not their day any more, as the clock was set back meanwhile.
    await db.reminders.bulkPut(there.map(row => ({ ...row, due: row.on })))
    const due = () => db.reminders.where('due').between(from, through, true, true)
    const ids = await due().primaryKeys()
    await due().modify(row => {
      delete row.due
    })
    await putMeta(db, 'telling', ids.length > 0 ? { ids } : undefined)
    return ids
  })
}

/** They were told of. */
export const endTelling = (db: Database): Promise<void> => putMeta(db, 'telling', undefined)
