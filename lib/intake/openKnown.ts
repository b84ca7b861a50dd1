import { browser } from 'wxt/browser'
import { isEmpty } from '../lead/draft.ts'
import { catchUp } from '../store/catchUp.ts'
import type { Database } from '../store/database.ts'
import { readRow } from '../store/drafts.ts'
import { journal } from '../store/journal.ts'

/**
 * Puts somebody who was written down before on the popup's form, whoever stood there, and opens it.
 *
 * @returns whether they are still there
 */
export async function openKnown(db: Database, id: string): Promise<boolean> {
  const draft = await readRow(db, id)
  if (draft === undefined) return false
  const left = await journal.readOpen()
  // Who stands there already may have letters that the row doesn't have yet.
  if (left === undefined || isEmpty(left)) await journal.keep(draft)
  else if (left.id !== id) {
    await journal.replace(left, draft)
    await catchUp(db, journal)
  }
  await openForm()
  return true
}

/** The popup itself, or its page in a tab where the browser opens no popup for us. */
async function openForm(): Promise<void> {
  try {
    await browser.action.openPopup()
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') })
  }
}
