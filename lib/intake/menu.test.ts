import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { event } from '../settings/event.ts'
import { writePreferences } from '../settings/preferences.ts'
import type { Database } from '../store/database.ts'
import { journal } from '../store/journal.ts'
import { startMenu } from './menu.ts'
import { offer } from './offer.ts'

type Click = Parameters<Parameters<typeof browser.contextMenus.onClicked.addListener>[0]>[0]

/** The browser's menu: what is in it, and who hears a click. */
const menu: {
  entries: { id?: string; title?: string }[]
  click: (info: Partial<Click>) => Promise<void>
} = {
  entries: [],
  click: async () => undefined,
}
let db: Database
const onTaken = vi.fn()
let opened = 0

beforeEach(async () => {
  fakeBrowser.reset()
  await browser.storage.session.clear()
  menu.entries = []
  onTaken.mockClear()
  opened = 0
  vi.spyOn(browser.contextMenus.onClicked, 'addListener').mockImplementation(hear => {
    menu.click = async info => await hear({ menuItemId: 'selection', ...info } as Click)
  })
  vi.spyOn(browser.contextMenus, 'removeAll').mockImplementation(async () => {
    menu.entries = []
  })
  vi.spyOn(browser.contextMenus, 'create').mockImplementation(entry => {
    menu.entries.push(entry as { id: string })
    return 'selection'
  })
  vi.spyOn(browser.action, 'openPopup').mockImplementation(async () => {
    opened += 1
  })
  db = aDatabase()
  startMenu(db, onTaken)
})
afterEach(() => vi.restoreAllMocks())

const titles = () => menu.entries.map(({ title }) => title)

test('the entry is there after installation and after a start, once', async () => {
  await Promise.all([
    fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' }),
    fakeBrowser.runtime.onStartup.trigger(),
  ])
  expect(titles()).toEqual(['Log "%s" in Kundekort'])
})

test('another language changes its words', async () => {
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0' })
  await writePreferences({ language: 'nb', country: 'auto', notesSpelling: false })
  await vi.waitFor(() => expect(titles()).toEqual(['Før «%s» i Kundekort']))
})

test('a selection is on the form, to be read, and the popup opens', async () => {
  await menu.click({ selectionText: 'Sample Person Example AS', pageUrl: 'https://example.com/' })
  const open = await journal.readOpen()
  expect(open?.fields).toMatchObject({ paste: 'Sample Person Example AS', name: '', profile: '' })
  expect(await offer.read()).toEqual({ is: 'text', draftId: open?.id })
  expect((await db.drafts.get(open?.id ?? ''))?.fields.paste).toBe('Sample Person Example AS')
  expect(opened).toBe(1)
})

test('whoever stood on the form is put aside, with the last letter', async () => {
  const before = aDraft({ notes: 'the last lette' })
  await journal.keep(before)
  await menu.click({ selectionText: 'Sample Other' })
  expect((await journal.readOpen())?.fields.paste).toBe('Sample Other')
  expect((await db.drafts.get(before.id))?.fields.notes).toBe('the last lette')
  expect(await journal.readLeft()).toEqual([])
})

test('of two that come at once, both are kept', async () => {
  await Promise.all(['One', 'Two', 'Three'].map(selectionText => menu.click({ selectionText })))
  const kept = (await db.drafts.toArray()).map(({ fields }) => fields.paste)
  expect(kept.sort()).toEqual(['One', 'Three', 'Two'])
})

test('who is handed over while an event runs was met there', async () => {
  await event.write({ name: 'Example Fair', tags: 'fair', since: '2026-11-24' })
  await menu.click({ selectionText: 'Sample Other' })
  const met = { where: 'Example Fair', event: 'Example Fair', tags: 'fair' }
  expect((await journal.readOpen())?.fields).toMatchObject({ ...met, paste: 'Sample Other' })
})

test('while the database fails, the journal has all of it', async () => {
  const before = aDraft()
  await journal.keep(before)
  vi.spyOn(db, 'transaction').mockRejectedValue(new Error('QuotaExceededError'))
  await menu.click({ selectionText: 'Sample Other' })
  expect((await journal.readOpen())?.fields.paste).toBe('Sample Other')
  expect((await journal.readLeft()).map(({ id }) => id)).toContain(before.id)
})

test('on a full disk the words go on to the form in memory', async () => {
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'))
  await menu.click({ selectionText: 'Sample Other' })
  expect(await offer.read()).toEqual({ is: 'unkept', field: 'paste', text: 'Sample Other' })
  expect(opened).toBe(1)
})

test('from a profile the name is taken, and its address only offered', async () => {
  await menu.click({
    selectionText: 'Sample Person · 2nd',
    pageUrl: 'https://no.linkedin.com/in/sample-person?trk=1',
  })
  const open = await journal.readOpen()
  expect(open?.fields).toMatchObject({ name: 'Sample Person', profile: '', paste: '', notes: '' })
  const profile = 'https://www.linkedin.com/in/sample-person'
  expect(await offer.read()).toEqual({ is: 'name', draftId: open?.id, profile })
})

test.each([
  ['people', 'https://www.linkedin.com/mynetwork/'],
  ['no-name', 'https://www.linkedin.com/feed/'],
])('nothing is taken and the popup says why: %s', async (why, pageUrl) => {
  const before = aDraft()
  await journal.keep(before)
  const kept = JSON.stringify(await browser.storage.local.get(null))
  await menu.click({ selectionText: 'One Sample Two Sample Three Sample', pageUrl })
  expect(await offer.read()).toEqual({ is: 'nothing', why })
  expect(JSON.stringify(await browser.storage.local.get(null))).toBe(kept)
  expect(await db.drafts.count()).toBe(0)
  expect(opened).toBe(1)
})

test('where the browser opens no popup, the draft waits', async () => {
  vi.mocked(browser.action.openPopup).mockRejectedValue(new Error('no gesture'))
  await menu.click({ selectionText: 'Sample Other' })
  expect((await journal.readOpen())?.fields.paste).toBe('Sample Other')
  expect(onTaken).toHaveBeenCalledOnce()
})

test.each([
  { menuItemId: 'of somebody else', selectionText: 'Sample' },
  { selectionText: ' ' },
  {},
])('nothing comes of %j', async click => {
  await menu.click(click)
  expect(await journal.readOpen()).toBeUndefined()
  expect(await offer.read()).toBeUndefined()
})
