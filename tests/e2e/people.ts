import type { Page } from '@playwright/test'

/** As many sample people as a story needs, each with a number in the name. */
export interface Many {
  readonly count: number
  /** A word by which each is found beside the name. */
  readonly word?: (index: number) => string
  /** What is in their fields beside name and company: the same for all, or by their number. */
  readonly fields?: Fields | ((index: number) => Fields)
  /** What is in their rows beside what a draft has, by their number. */
  readonly row?: (index: number) => object
}

type Fields = Readonly<Record<string, string>>

export const nameOf = (index: number) => `Sample Person ${String(index).padStart(4, '0')}`

/**
 * Puts drafts into the extension's own database, as if somebody had typed them one by one over a
 * year. To be called in one of its pages; other pages learn of it when they are loaded.
 */
export async function seed(page: Page, { count, fields = {}, word, row }: Many): Promise<void> {
  const fieldsOf = typeof fields === 'function' ? fields : () => fields
  const drafts = Array.from({ length: count }, (_, index) => ({
    id: crypto.randomUUID(),
    counter: 1,
    fields: { ...EMPTY, name: nameOf(index), company: 'Example AS', ...fieldsOf(index) },
    order: index + 1,
    revision: 0,
    tokens: ['sample', 'person', String(index).padStart(4, '0'), ...(word ? [word(index)] : [])],
    ...row?.(index),
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
      if (on !== '') writing.objectStore('reminders').put({ id, on, due: on })
    }
    await new Promise<void>((resolve, reject) => {
      writing.oncomplete = () => resolve()
      writing.onabort = () => reject(writing.error)
    })
    db.close()
  }, drafts)
  await page.reload()
}

const EMPTY = {
  ...{ name: '', company: '', title: '', email: '', phone: '', where: '', metOn: '2026-05-04' },
  ...{
    notes: '',
    relation: 'prospect',
    followUp: '',
    profile: '',
    paste: '',
    tags: '',
    event: '',
    website: '',
    orgNumber: '',
  },
}
