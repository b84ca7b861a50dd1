import type { Database } from './database.ts'
import { saveDraft } from './drafts.ts'
import type { Journal } from './journal.ts'

/** Gives drafts that left a form before their rows had caught up those rows. */
export async function catchUp(db: Database, journal: Journal): Promise<void> {
  for (const draft of await journal.readLeft()) {
    await saveDraft(db, draft)
    await journal.settle(draft)
  }
}
