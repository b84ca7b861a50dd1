// What the browser does to our storage by itself is told, once, and what is left can be saved first.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { readExport } from '../../lib/store/export.ts'
import { field, press, standing, start, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

// What Dexie prints when the database goes away under it, or another window is in the way.
test.use({ allowedTrouble: [/wants to delete database|blocked by other connection/] })

const told = (page: Page) => page.getByRole('alert')

/** Deletes the database as the browser does when it needs room, without asking anybody. */
async function evict(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  await session.detach()
}

async function savedCopy(list: Page) {
  const [download] = await Promise.all([
    list.waitForEvent('download'),
    press(list, 'Save a copy of my data'),
  ])
  expect(download.suggestedFilename()).toMatch(/^kundekort-\d{4}-\d\d-\d\d\.json$/)
  return readExport(await readFile(await download.path(), 'utf8'))
}

test('a list or settings that the browser deleted are told of, once, and what is left can be saved', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const list = await extension.open('options.html#leads')
  const popup = await extension.open('popup.html')
  await writeDown(popup, { name: 'Sample Person', company: 'Example AS' })
  await expect(standing(popup)).toHaveText('Draft kept')
  await expect(list.getByRole('row').filter({ hasText: 'Sample Person' })).toBeVisible()
  await expect(told(list)).toHaveCount(0)

  await evict(list)
  await list.reload()
  await expect(told(list)).toContainText("The browser deleted Kundekort's list of leads")
  await popup.reload()
  await expect(field(popup, 'Name')).toHaveValue('Sample Person')
  await expect(told(popup)).toContainText("The browser deleted Kundekort's list of leads")
  const copy = await savedCopy(list)
  expect(copy.drafts.map(({ fields }) => fields.name)).toEqual(['Sample Person'])
  await press(list, 'Understood')
  await expect(told(list)).toHaveCount(0)
  await list.reload()
  await expect(list.getByRole('row').filter({ hasText: 'Sample Person' })).toBeVisible()
  await expect(told(list)).toHaveCount(0)

  await list.evaluate('chrome.storage.local.clear()')
  await list.reload()
  await expect(told(list)).toContainText("The browser deleted Kundekort's settings")
  expect((await savedCopy(list)).isWhole).toBe(true)
})

/** Puts the database back to its earliest form, and holds on to it. Runs in a page of ours. */
async function holdEarliest(): Promise<void> {
  const done = (request: IDBOpenDBRequest) =>
    new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  await done(indexedDB.deleteDatabase('kundekort'))
  const held = await done(indexedDB.open('kundekort', 10))
  Object.assign(window, { letGo: () => held.close() })
}

test('a window that waits for another one says so, and goes on by itself once that is closed', async ({
  extension,
}) => {
  const other = await extension.open('welcome.html')
  await other.evaluate(holdEarliest)
  const list = await extension.open('options.html#leads')
  await expect(told(list)).toContainText('Another Kundekort window still holds the data')
  await other.evaluate('letGo()')
  await expect(told(list)).toHaveCount(0)
  await expect(list.getByText('Nobody here yet.')).toBeVisible()
})
