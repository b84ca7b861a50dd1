// A newer Kundekort has changed the database: this one leaves it alone, and keeps what is typed.
import type { Page } from '@playwright/test'
import { field, press, standing, start, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

// What Dexie prints when it makes way for the newer version.
test.use({ allowedTrouble: [/Another connection wants to (upgrade|delete) database/] })

/** Makes the database that of a newer version, as its own upgrade would. To run in our own page. */
async function upgrade(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('kundekort', 1000)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('later', { keyPath: 'id' }).put({ id: 'kept' })
    }
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  db.close()
}

/** Everything that is in the database, and which version it has. */
async function contents(): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('kundekort')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const stores = [...db.objectStoreNames]
  const reading = db.transaction(stores)
  const rows = stores.map(
    store =>
      new Promise(resolve => {
        const asking = reading.objectStore(store).getAll()
        asking.onsuccess = () => resolve([store, asking.result])
      }),
  )
  const all = JSON.stringify([db.version, await Promise.all(rows)])
  db.close()
  return all
}

/** The newer one is taken away again, with all that it had. */
const removeDatabase = () =>
  new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('kundekort')
    deleting.onsuccess = () => resolve()
    deleting.onerror = () => reject(deleting.error)
  })

const SENTENCES = {
  en: /A newer Kundekort has been at work .* What you write is kept\. Restart the browser/,
  nb: /Et nyere Kundekort har vært i bruk .* Det du skriver, blir tatt vare på\. Start nettleseren/,
} as const

const said = (page: Page) => page.getByRole('alert')

test('it is said in the popup and in the list, nothing is altered, and no word is lost', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await extension.open('popup.html')
  await writeDown(popup, { name: 'Sample Person', company: 'Example AS' })
  await expect(standing(popup)).toHaveText('Draft kept')
  const list = await extension.open('options.html#leads')
  await expect(list.getByRole('row').filter({ hasText: 'Sample Person' })).toBeVisible()

  await list.evaluate(upgrade)
  await expect(said(list)).toContainText('A newer Kundekort in another window needs the data')
  const before = await list.evaluate(contents)
  await field(popup, 'Notes').pressSequentially('Wants an offer')
  await expect(said(popup)).toHaveText(SENTENCES.en)
  await press(popup, 'Promote to CRM')
  await expect(said(popup)).toHaveText(SENTENCES.en)
  await expect(field(popup, 'Notes')).toHaveValue('Wants an offer')
  await list.reload()
  await expect(said(list)).toHaveText(SENTENCES.en)

  await extension.worker().evaluate('chrome.storage.local.set({ preferences: { language: "nb" } })')
  await popup.reload()
  await expect(field(popup, 'Notater')).toHaveValue('Wants an offer')
  await field(popup, 'Stilling').pressSequentially('Buyer')
  await expect(said(popup)).toHaveText(SENTENCES.nb)
  await list.reload() // nobody told it of the setting, as our own pages do
  await expect(said(list)).toHaveText(SENTENCES.nb)
  expect(await list.evaluate(contents)).toBe(before)
  expect(endpoint.batches).toEqual([])

  await list.evaluate(removeDatabase)
  await list.reload()
  const row = list.getByRole('row').filter({ hasText: 'Sample Person' })
  await expect(row).toContainText('Kladd')
  await popup.reload()
  await press(popup, 'Løft til CRM')
  await expect(standing(popup)).toHaveText('På kortet')
  expect([...endpoint.cards.values()]).toMatchObject([
    { person: { name: 'Sample Person', title: 'Buyer' }, note: 'Wants an offer' },
  ])
})
