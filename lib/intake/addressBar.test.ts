import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Browser, browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { event } from '../settings/event.ts'
import { writePreferences } from '../settings/preferences.ts'
import type { Database } from '../store/database.ts'
import { saveDraft } from '../store/drafts.ts'
import { journal } from '../store/journal.ts'
import { startAddressBar } from './addressBar.ts'
import { offer } from './offer.ts'

type Suggestion = Browser.omnibox.SuggestResult

/** The browser's address bar: what is written in it goes to whoever listens. */
const bar: {
  first: string
  start(): Promise<void>
  change(text: string, suggest: (shown: Suggestion[]) => void): Promise<void>
  enter(text: string): Promise<void>
} = {
  first: '',
  start: async () => undefined,
  change: async () => undefined,
  enter: async () => undefined,
}
const confirm = vi.fn()
const KNOWN = '0123abcd-0000-4000-8000-000000000001'
let db: Database

beforeEach(async () => {
  fakeBrowser.reset()
  await browser.storage.session.clear()
  const { omnibox } = browser
  vi.spyOn(omnibox.onInputStarted, 'addListener').mockImplementation(hear => {
    bar.start = async () => await hear()
  })
  vi.spyOn(omnibox.onInputChanged, 'addListener').mockImplementation(hear => {
    bar.change = async (text, suggest) => await hear(text, suggest)
  })
  vi.spyOn(omnibox.onInputEntered, 'addListener').mockImplementation(hear => {
    bar.enter = async text => await hear(text, 'currentTab')
  })
  vi.spyOn(omnibox, 'setDefaultSuggestion').mockImplementation(async ({ description }) => {
    bar.first = description
  })
  vi.spyOn(browser.action, 'openPopup').mockResolvedValue()
  db = aDatabase()
  startAddressBar({ db, isMarkup: true, confirm })
  await saveDraft(db, aDraft({ name: 'Known Person', company: "R&D's AS" }, KNOWN))
})
afterEach(() => {
  vi.restoreAllMocks()
  confirm.mockReset()
})

async function suggestionsFor(text: string): Promise<Suggestion[]> {
  let shown: Suggestion[] = []
  await bar.change(text, suggestions => {
    shown = suggestions
  })
  return shown
}

test('a line is kept as a draft without anything opening, and the button says so', async () => {
  const before = aDraft({ notes: 'not lost' })
  await journal.keep(before)
  await bar.enter('Sample Person, Example AS, Nordic Fair, +47 22 33 44 55')
  const fields = { name: 'Sample Person', company: 'Example AS', where: 'Nordic Fair' }
  expect((await journal.readOpen())?.fields).toMatchObject({ ...fields, phone: '+47 22 33 44 55' })
  const kept = (await db.drafts.toArray()).map(row => row.fields.name)
  expect(kept.sort()).toEqual(['Known Person', 'Sample Person', 'Sample Person'])
  expect(confirm).toHaveBeenCalledOnce()
  expect(browser.action.openPopup).not.toHaveBeenCalled()
})

test('everybody was met at the event that is running, unless the line says where', async () => {
  await event.write({ name: 'Nordic Fair', tags: 'fair', since: '2026-11-24' })
  await bar.enter('Sample, Example AS')
  const open = await journal.readOpen()
  expect(open?.fields).toMatchObject({ where: 'Nordic Fair', event: 'Nordic Fair', tags: 'fair' })
  expect((await db.drafts.get(open?.id ?? ''))?.fields).toEqual(open?.fields)
  await bar.enter('Sample, Example AS, Oslo')
  const fields = { where: 'Oslo', event: 'Nordic Fair' }
  expect((await journal.readOpen())?.fields).toMatchObject(fields)
})

test('the first line says what will be kept', async () => {
  await bar.start()
  expect(bar.first).toBe('Name, company, where you met: Enter keeps a draft')
  await bar.change('Sample at <Example> & Co', () => undefined)
  expect(bar.first).toBe('Keep a draft: Sample · &lt;Example&gt; &amp; Co')
  await writePreferences({ language: 'nb', country: 'auto', notesSpelling: false })
  await bar.change(' ', () => undefined)
  expect(bar.first).toBe('Navn, firma, hvor dere møttes: Enter tar vare på en kladd')
})

test('who is known already is suggested, and opened instead of doubled', async () => {
  const [known, ...others] = await suggestionsFor('known p')
  expect(others).toEqual([])
  expect(known).toEqual({
    content: "Known Person, R&D's AS › 0123abcd",
    description: 'Open Known Person at R&amp;D&apos;s AS, whom you wrote down',
  })
  await bar.enter(known?.content ?? '')
  expect((await journal.readOpen())?.id).toBe(KNOWN)
  expect(browser.action.openPopup).toHaveBeenCalledOnce()
  expect(await db.drafts.count()).toBe(1)
  expect(confirm).not.toHaveBeenCalled()
})

test('the same words, typed by hand, are somebody new', async () => {
  await bar.enter("Known Person, R&D's AS")
  expect(await db.drafts.count()).toBe(2)
})

test('who was chosen and is gone meanwhile is kept as a line', async () => {
  await db.drafts.clear()
  await bar.enter('Known Person, Example AS › 0123abcd')
  const fields = { name: 'Known Person', company: 'Example AS' }
  expect((await journal.readOpen())?.fields).toMatchObject(fields)
})

test('an answer that comes late says nothing about what stands there now', async () => {
  const late = vi.fn()
  await Promise.all([bar.change('known', late), suggestionsFor('somebody else')])
  expect(late).not.toHaveBeenCalled()
  expect(bar.first).toBe('Keep a draft: somebody else')
})

test('a database that fails suggests nobody and loses nothing', async () => {
  vi.spyOn(db, 'transaction').mockRejectedValue(new Error('QuotaExceededError'))
  vi.spyOn(db.drafts, 'where').mockImplementation(() => {
    throw new Error('VersionError')
  })
  expect(await suggestionsFor('known')).toEqual([])
  await bar.enter('Sample, Example AS')
  expect((await journal.readOpen())?.fields.name).toBe('Sample')
})

test('on a full disk the line goes on to the form in memory', async () => {
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'))
  await bar.enter('Sample, Example AS')
  expect(await offer.read()).toEqual({ is: 'unkept', field: 'paste', text: 'Sample, Example AS' })
  expect(browser.action.openPopup).toHaveBeenCalledOnce()
  expect(confirm).not.toHaveBeenCalled()
})

test('nothing comes of an empty line', async () => {
  await bar.enter(' , ')
  expect(await db.drafts.count()).toBe(1)
})
