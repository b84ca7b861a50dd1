import type { Page } from '@playwright/test'
import { type Draft, type DraftFields, newDraft } from '../../../lib/lead/draft.ts'

/** A draft with everything injected, so that two browsers can be given the very same one. */
export function draftOf(id: string, fields: Partial<DraftFields>): Draft {
  const blank = newDraft(id, '2026-11-23')
  return { ...blank, counter: 7, fields: { ...blank.fields, company: 'Example AS', ...fields } }
}

export const idOf = (group: string, index: number): string =>
  `00000000-0000-4000-${group}-${String(index).padStart(12, '0')}`

/**
 * Puts drafts into the extension's database, as if somebody had typed them in this order.
 *
 * @param page one of the extension's own; it is loaded again afterwards
 */
export async function seedDrafts(page: Page, drafts: readonly Draft[]): Promise<void> {
  const rows = drafts.map((draft, index) => ({
    ...draft,
    ...{ order: index + 1, revision: 0, tokens: draft.fields.name.toLowerCase().split(/\W+/) },
  }))
  await page.evaluate(async rows => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('kundekort')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const writing = db.transaction(['drafts', 'reminders'], 'readwrite')
    for (const row of rows) {
      writing.objectStore('drafts').put(row)
      const { id, fields } = row
      const on = fields.followUp
      if (/^\d{4}-/.test(on)) writing.objectStore('reminders').put({ id, on, due: on })
    }
    await new Promise<void>((resolve, reject) => {
      writing.oncomplete = () => resolve()
      writing.onabort = () => reject(writing.error)
    })
    db.close()
  }, rows)
  await page.reload()
}
