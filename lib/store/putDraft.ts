import type { Database } from './database.ts'
import { knownRow } from './knownRow.ts'
import type { DraftRow } from './rows.ts'

/**
 * Writes a draft's row, and what the person is looked up by where that has changed. To be called in
 * a transaction over both tables.
 *
 * @param before the row as it is
 */
export async function putDraft(db: Database, row: DraftRow, before?: DraftRow): Promise<void> {
  await db.drafts.put(row)
  const next = knownRow(row)
  const isSame = before && JSON.stringify(knownRow(before)) === JSON.stringify(next)
  if (!isSame) await db.known.put(next)
}

/** Deletes a draft's row with all that stands beside it, in the caller's transaction. */
export async function dropDraft(db: Database, id: string): Promise<void> {
  await db.drafts.delete(id)
  await db.known.delete(id)
}
