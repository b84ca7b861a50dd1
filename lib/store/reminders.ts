import type { Observable } from 'dexie'
import type { Database } from './database.ts'
import { watch } from './leads.ts'
import { type LeadItem, withStates } from './list.ts'
import { reminderRow } from './reminderRow.ts'
import type { ReminderRow } from './rows.ts'

/** Somebody who is to be followed up, and on which day. */
export interface FollowUp extends LeadItem {
  /** `YYYY-MM-DD` */
  on: string
}

/** Some of those who are to be followed up. */
export interface FollowUps {
  items: FollowUp[]
  hasMore: boolean
}

export type When = 'overdue' | 'today' | 'coming'

/**
 * Who was to be followed up, who is today, and who will be: the nearest day first, in all three.
 *
 * @param today `YYYY-MM-DD`
 * @param limit how many at most of each
 */
export const watchFollowUps = (
  db: Database,
  today: string,
  limit: number,
): Observable<Record<When, FollowUps>> =>
  watch(db, async () => {
    const on = () => db.reminders.where('on')
    const some = [on().below(today).reverse(), on().equals(today), on().above(today)]
    const found = await Promise.all(some.map(each => each.limit(limit + 1).toArray()))
    const [overdue, now, coming] = await Promise.all(found.map(each => withRows(db, each, limit)))
    return { overdue: overdue ?? NOBODY, today: now ?? NOBODY, coming: coming ?? NOBODY }
  })

const NOBODY: FollowUps = { items: [], hasMore: false }

async function withRows(
  db: Database,
  found: readonly ReminderRow[],
  limit: number,
): Promise<FollowUps> {
  const days = new Map(found.slice(0, limit).map(({ id, on }) => [id, on]))
  const rows = (await db.drafts.bulkGet([...days.keys()])).filter(row => row !== undefined)
  const people = await withStates(db, rows)
  const items = people.map(item => ({ ...item, on: days.get(item.row.id) ?? '' }))
  // Of one day, whoever was written down last comes first.
  const order = [...new Set(days.values())]
  items.sort((a, b) => order.indexOf(a.on) - order.indexOf(b.on) || b.row.order - a.row.order)
  return { items, hasMore: found.length > limit }
}

/**
 * Puts off the day on which somebody is to be followed up. What was written down stays as it is, and
 * nothing goes to a card.
 *
 * @param on `YYYY-MM-DD`; empty where it is done
 * @returns the day that it was before; `undefined` where there was none, and nothing was changed
 */
export function moveFollowUp(db: Database, id: string, on: string): Promise<string | undefined> {
  return db.transaction('rw', [db.drafts, db.reminders], async () => {
    const row = await db.drafts.get(id)
    if (row === undefined || row.fields.followUp === '') return undefined
    const before = reminderRow(row)?.on ?? ''
    const moved = { of: row.fields.followUp, on }
    await db.drafts.update(id, { moved })
    const reminder = reminderRow({ ...row, moved })
    if (reminder) await db.reminders.put(reminder)
    else await db.reminders.delete(id)
    return before
  })
}
