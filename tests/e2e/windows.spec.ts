// Several windows at once: each shows what the others do, and no word is lost between them.
import type { Page } from '@playwright/test'
import type { Browser } from 'wxt/browser'
import { field, press, standing, start, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

const rows = (list: Page) => list.getByRole('grid', { name: 'Leads' }).getByRole('row')

test('two popups and the list show the same person, letter by letter, up to the card', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const one = await extension.open('popup.html')
  const two = await extension.open('popup.html')
  const list = await extension.open('options.html#leads')
  await field(one, 'Name').pressSequentially('Sample Person')
  await expect(field(two, 'Name')).toHaveValue('Sample Person')
  await field(two, 'Company').pressSequentially('Example AS')
  await expect(field(one, 'Company')).toHaveValue('Example AS')
  await field(one, 'Name').pressSequentially(' the Second')
  await expect(field(two, 'Name')).toHaveValue('Sample Person the Second')
  await expect(rows(list).filter({ hasText: 'Sample Person the Second' })).toContainText('Draft')
  await expect(rows(list)).toHaveCount(2)

  await press(two, 'Promote to CRM')
  for (const popup of [one, two]) {
    await expect(standing(popup)).toHaveText('On the card')
    await expect(field(popup, 'Name')).toHaveAttribute('readonly', '')
  }
  await expect(rows(list).getByRole('link', { name: 'On the card' })).toBeVisible()
  expect([...endpoint.created.values()]).toEqual([1])
})

test('both windows press Promote at once, and the person is promoted once', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const one = await extension.open('popup.html')
  await writeDown(one, { name: 'Sample Person', company: 'Example AS' })
  await expect(standing(one)).toHaveText('Draft kept')
  const two = await extension.open('popup.html')
  await expect(field(two, 'Company')).toHaveValue('Example AS')
  await Promise.all([one, two].map(popup => press(popup, 'Promote to CRM')))
  for (const popup of [one, two]) await expect(standing(popup)).toHaveText('On the card')
  expect(endpoint.batches.flat()).toHaveLength(1)
})

test('what is written while another window has the next person on the form stays that of the first', async ({
  extension,
}) => {
  const one = await extension.open('popup.html')
  await writeDown(one, { name: 'First Sample' })
  const two = await extension.open('popup.html')
  await expect(field(two, 'Name')).toHaveValue('First Sample')
  await press(one, 'New person')
  await writeDown(one, { name: 'Second Sample' })
  await writeDown(two, { company: 'Example AS' })
  const list = await extension.open('options.html#leads')
  await expect(rows(list).filter({ hasText: 'First Sample' })).toContainText('Example AS')
  await expect(rows(list).filter({ hasText: 'Second Sample' })).not.toContainText('Example AS')
  await expect(field(one, 'Name')).toHaveValue('Second Sample')
  await expect(field(one, 'Company')).toHaveValue('')
})

/**
 * News of the other windows is held back until `hearAll` is called. People can't type in two windows
 * within the millisecond that news takes; a window that the browser put to sleep can be that late.
 */
function holdNews() {
  const { chrome, browser } = globalThis as { chrome?: typeof Browser; browser?: typeof Browser }
  const held: (() => void)[] = []
  for (const root of new Set([chrome, browser])) {
    if (root === undefined) continue
    const { onChanged } = root.storage.local
    const add = onChanged.addListener.bind(onChanged)
    const addListener = (listener: Parameters<typeof add>[0]) =>
      add(changes => held.push(() => listener(changes)))
    Object.assign(onChanged, { addListener })
  }
  Object.assign(globalThis, {
    hearAll() {
      for (const tell of held.splice(0)) tell()
    },
  })
}

test('two windows that write at the same moment: together, and where that can not be, both', async ({
  extension,
}) => {
  const popup = await extension.open('popup.html')
  await writeDown(popup, { name: 'Sample Person' })
  await expect(standing(popup)).toHaveText('Draft kept')
  await popup.close()
  const openDeaf = async () => {
    const page = await extension.context.newPage()
    await page.addInitScript(holdNews)
    await page.goto(`chrome-extension://${extension.id}/popup.html`)
    await expect(field(page, 'Name')).toHaveValue('Sample Person')
    return page
  }
  const [one, two] = [await openDeaf(), await openDeaf()] as const

  await writeDown(two, { notes: 'Wants a demonstration' })
  await writeDown(one, { notes: 'Wants an offer', company: 'Example AS' })
  await writeDown(two, { title: 'Buyer' })
  const hearAndShow = async (page: Page) => {
    await page.evaluate('hearAll()')
    const names = ['Name', 'Company', 'Title', 'Notes'] as const
    return Promise.all(names.map(name => field(page, name).inputValue()))
  }
  const together = ['Sample Person', 'Example AS', 'Buyer', 'Wants an offer']
  await expect.poll(() => Promise.all([one, two].map(hearAndShow))).toEqual([together, together])
  const said = async () =>
    (await Promise.all([one, two].map(popup => popup.getByRole('alert').allTextContents()))).flat()
  await expect.poll(said).toContainEqual(expect.stringContaining('Nothing is lost'))

  const list = await extension.open('options.html#leads')
  await expect(rows(list)).toHaveCount(3)
  const notes = (await list.evaluate(readNotes)).sort()
  expect(notes).toEqual(['Wants a demonstration', 'Wants an offer'])
})

/** The notes of everybody in the list. Runs in one of the extension's pages. */
async function readNotes(): Promise<string[]> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('kundekort')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const drafts = await new Promise<{ fields: { notes: string } }[]>((resolve, reject) => {
    const asking = db.transaction('drafts').objectStore('drafts').getAll()
    asking.onsuccess = () => resolve(asking.result)
    asking.onerror = () => reject(asking.error)
  })
  db.close()
  return drafts.map(({ fields }) => fields.notes)
}
