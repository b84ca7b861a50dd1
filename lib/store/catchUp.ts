import type { Database } from './database.ts'
import { saveDraft } from './drafts.ts'
import type { Journal } from './journal.ts'

/**
 * Gives drafts whose form was closed before their rows had caught up those rows. The one that is
 * still open stays in the journal as well: the next popup begins with it.
 */
export async function catchUp(db: Database, journal: Journal): Promise<void> {
  for (const draft of await journal.readLeft()) {
    await saveDraft(db, draft)
    await journal.settle(draft)
  }
  const open = await journal.readOpen()
  // One in which all was erased again, too: its row would else have it still.
  if (open !== undefined && open.counter > 0) await saveDraft(db, open)
}
