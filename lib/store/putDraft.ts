import type { Database } from './database.ts'
import { knownRow } from './knownRow.ts'
import { reminderRow } from './reminderRow.ts'
import type { DraftRow } from './rows.ts'

/** The tables of a draft's row and of what stands beside it. */
export const draftTables = (db: Database) => [db.drafts, db.known, db.reminders]

/**
 * Writes a draft's row, and what the person is looked up by and when they are to be followed up where
 * that has changed. To be called in a transaction over `draftTables`.
 *
 * @param before the row as it is
 */
export async function putDraft(db: Database, row: DraftRow, before?: DraftRow): Promise<void> {
  await db.drafts.put(row)
  const next = knownRow(row)
  const isSame = before && JSON.stringify(knownRow(before)) === JSON.stringify(next)
  if (!isSame) await db.known.put(next)
  const reminder = reminderRow(row)
  if (reminder?.on === (before && reminderRow(before)?.on)) return
  if (reminder) await db.reminders.put(reminder)
  else await db.reminders.delete(row.id)
}

/** Deletes a draft's row with all that stands beside it, in the caller's transaction. */
export async function dropDraft(db: Database, id: string): Promise<void> {
  await db.drafts.delete(id)
  await db.known.delete(id)
  await db.reminders.delete(id)
}
