import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { aDatabase, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { dueRows, putRows } from '../../tests/fakes/queue.ts'
import { withField } from '../lead/draft.ts'
import { journal } from '../store/journal.ts'
import { needsYou, onCard } from '../store/transitions.ts'
import { badgeOf, keepBadge, type Waiting } from './badge.ts'

const nothing: Waiting = { draft: false, leads: 0, needsYou: 0, kept: false }

test.each<[string, Partial<Waiting>, string]>([
  ['nothing waits', {}, ''],
  ['a draft is on the form', { draft: true }, '•'],
  ['leads wait, which says more', { draft: true, leads: 3 }, '3'],
  ['more leads wait than there is room for', { leads: 1000 }, '999+'],
  ['somebody is needed, which is most urgent', { draft: true, leads: 3, needsYou: 1 }, '!'],
  ['a draft was kept just now, for a moment', { draft: true, needsYou: 1, kept: true }, '✓'],
])('%s', (_, waiting, text) => expect(badgeOf({ ...nothing, ...waiting }).text).toBe(text))

/** The toolbar button, as it was last written. */
const button = { text: '', title: '' }

beforeEach(async () => {
  await browser.storage.local.clear()
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async ({ text }) => {
    button.text = text ?? ''
  })
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockResolvedValue()
  vi.spyOn(browser.action, 'setTitle').mockImplementation(async ({ title }) => {
    button.title = title
  })
})
afterEach(() => vi.restoreAllMocks())

const shows = (text: string, title: string) =>
  vi.waitFor(() => expect(button).toEqual({ text, title }))

test('the button follows a person from the form to the card', async () => {
  const db = aDatabase()
  keepBadge(db, journal)
  const draft = aDraft()
  await journal.keep(draft)
  await shows('•', 'Kundekort: a draft is waiting')
  await promoteDrafts(db, [draft])
  await journal.clear(draft)
  await shows('1', 'Kundekort: 1 lead is waiting for the CRM')
  const [row] = await dueRows(db)
  if (row === undefined) throw new Error('not queued')
  await putRows(db, [needsYou(row, { code: 'rejected' })])
  await shows('!', 'Kundekort: 1 lead needs you')
  await putRows(db, [onCard(row, undefined)])
  await shows('', 'Kundekort')
})

test('a button that cannot be written on stops nobody', async () => {
  const db = aDatabase()
  vi.mocked(browser.action.setBadgeText).mockRejectedValueOnce(new Error('no window'))
  keepBadge(db, journal)
  await journal.keep(aDraft())
  await shows('•', 'Kundekort: a draft is waiting')
})

test('a letter after which the button says the same is not told to it', async () => {
  keepBadge(aDatabase(), journal)
  const draft = aDraft()
  await journal.keep(draft)
  await shows('•', 'Kundekort: a draft is waiting')
  vi.mocked(browser.action.setTitle).mockClear()
  await journal.keep(withField(draft, 'name', 'Sample Person the second'))
  await journal.clear(draft)
  await shows('', 'Kundekort')
  const titles = vi.mocked(browser.action.setTitle).mock.calls.map(([{ title }]) => title)
  expect(new Set(titles)).toEqual(new Set(['Kundekort']))
})

test('for a moment the button says that a draft was kept', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const { confirm } = keepBadge(aDatabase(), journal)
  await journal.keep(aDraft())
  await shows('•', 'Kundekort: a draft is waiting')
  confirm()
  await shows('✓', 'Kundekort: the draft is kept')
  vi.advanceTimersByTime(3000)
  await shows('•', 'Kundekort: a draft is waiting')
  vi.useRealTimers()
})

/** As the worker keeps the button: each letter would wake it, so nobody tells it of any. */
const unheard = { readOpen: journal.readOpen }

test('the worker, which hears of no letter, finds the draft when the queue changes', async () => {
  const db = aDatabase()
  keepBadge(db, unheard)
  await promoteDrafts(db, [aDraft()])
  await shows('1', 'Kundekort: 1 lead is waiting for the CRM')
  await journal.keep(aDraft())
  const [row] = await dueRows(db)
  if (row === undefined) throw new Error('not queued')
  await putRows(db, [onCard(row, undefined)])
  await shows('•', 'Kundekort: a draft is waiting')
})

test('the worker writes on the button what it wrote before, once a window may have written on it', async () => {
  const { look } = keepBadge(aDatabase(), unheard)
  await journal.keep(aDraft())
  look()
  await shows('•', 'Kundekort: a draft is waiting')
  Object.assign(button, { text: '', title: 'Kundekort' })
  look()
  await shows('•', 'Kundekort: a draft is waiting')
})
