// Whoever types wakes no worker: each letter would wait for it, and it would be up for as long.
import { expect, test } from '@playwright/test'
import { startBrowser } from '../harness/browser.ts'
import { callIn } from '../harness/callIn.ts'
import { EMPTY, readForm } from './form.ts'
import { findToolbar } from './toolbar.ts'
import { readyToType } from './typing.ts'

const LETTERS = 'nobodywakes'

/** Runs in the popup. Ends once the row in the database has all that was typed. */
async function untilRowSays(notes: string): Promise<void> {
  const db = await new Promise<IDBDatabase>(resolve => {
    const opening = indexedDB.open('kundekort')
    opening.onsuccess = () => resolve(opening.result)
  })
  const read = () =>
    new Promise<{ fields: { notes: string } }[]>(resolve => {
      const reading = db.transaction('drafts').objectStore('drafts').getAll()
      reading.onsuccess = () => resolve(reading.result)
    })
  while (!(await read()).some(({ fields }) => fields.notes === notes));
  db.close()
}

test('a worker that sleeps is not woken by what is typed, nor by its way to the database', async () => {
  const browser = await startBrowser()
  try {
    const toolbar = await findToolbar(browser)
    const popup = await toolbar.openPopup()
    await readForm(popup.page, EMPTY)
    for (const [place, text] of [...LETTERS].entries()) {
      const ready = await readyToType(toolbar, popup, { field: 'notes', how: 'keys', text })
      await ready.type()
      await callIn(popup.page, untilRowSays, LETTERS.slice(0, place + 1))
      expect(await toolbar.isWorkerAsleep(), `after ${text}`).toBe(true)
    }
  } finally {
    await browser.close()
  }
})
