import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { calendarDate } from '../lead/dates.ts'
import { daysAfter } from '../lead/quickDates.ts'
import { reminders } from '../settings/reminders.ts'
import { saveDraft } from '../store/drafts.ts'
import type { Note, Screen } from './screen.ts'
import { startReminders } from './start.ts'

const MORNING = new Date(2026, 11, 1, 9)
const TODAY = calendarDate(MORNING)

beforeEach(async () => {
  shown.clear()
  fakeBrowser.reset()
  vi.useFakeTimers({ toFake: ['Date'], now: MORNING })
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => true)
  vi.spyOn(browser.permissions, 'request').mockImplementation(async () => true)
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved])
    vi.spyOn(event, 'addListener').mockImplementation(() => undefined)
  await reminders.switchOn(TODAY)
  return () => vi.useRealTimers()
})

/** What is on the screen, and who hears a press on it. */
const shown = new Map<string, Note>()
let press: Parameters<Screen['listen']>[0] = async () => undefined
const screen: Screen = {
  show: async note => void shown.set(note.id, note),
  clear: async id => void shown.delete(id),
  listen: hear => {
    press = hear
  },
}

/** A worker that starts while these people are to be followed up today. */
async function aWorker(names: string[]) {
  const db = aDatabase()
  const drafts = names.map(name => aDraft({ name, followUp: TODAY, notes: 'wants an offer' }))
  for (const draft of drafts) await saveDraft(db, draft)
  startReminders(db, screen)
  await vi.waitFor(() => expect([...shown.keys()]).toHaveLength(1))
  const [note = ''] = shown.keys()
  return { db, id: drafts[0]?.id ?? '', note }
}

test('one person is named, and nothing else of theirs is said', async () => {
  const { note, id } = await aWorker(['Sample Person'])
  expect(note).toContain(id)
  expect(shown.get(note)).toEqual({
    ...{ id: note, title: 'Time to follow up', text: 'Sample Person' },
    buttons: [
      { is: 'done', title: 'Done' },
      { is: 'later', title: 'Later' },
    ],
  })
})

test('several are one number, without buttons, and open the list', async () => {
  const opened = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never)
  const { note } = await aWorker(['One', 'Two', 'Three'])
  const title = 'Time to follow up'
  expect(shown.get(note)).toEqual({ id: note, title, text: '3 people to follow up', buttons: [] })
  await press(note, undefined)
  expect(opened).toHaveBeenCalledWith({ url: expect.stringMatching(/\/options.html#follow-ups$/) })
  expect(shown.size).toBe(0)
})

test('somebody without a name is told of all the same', async () => {
  const { note } = await aWorker([' '])
  expect(shown.get(note)?.text).toBe('No name yet')
})

test.each([
  ['done', undefined],
  ['later', daysAfter(TODAY, 1)],
] as const)(
  '%s on the notification does it, and takes the notification away',
  async (answer, on) => {
    const { db, id, note } = await aWorker(['Sample Person'])
    await press(note, answer)
    expect((await db.reminders.get(id))?.on).toBe(on)
    expect(shown.size).toBe(0)
    const fields = { followUp: TODAY, notes: 'wants an offer' }
    expect(await db.drafts.get(id)).toMatchObject({ fields })
  },
)

test('where a full disk keeps a button from it, the list is opened', async () => {
  const opened = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never)
  const { db, note, id } = await aWorker(['Sample Person'])
  vi.spyOn(db.drafts, 'get').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
  await press(note, 'done')
  expect(opened).toHaveBeenCalledOnce()
  expect((await db.reminders.get(id))?.on).toBe(TODAY)
})

test('the alarm of a morning tells of those of that day', async () => {
  const { db } = await aWorker(['Sample Person'])
  const tomorrow = aDraft({ name: 'Tomorrow', followUp: daysAfter(TODAY, 1) })
  await saveDraft(db, tomorrow)
  const [alarm] = await browser.alarms.getAll()
  expect(alarm?.scheduledTime).toBe(new Date(2026, 11, 2, 8).getTime())
  vi.setSystemTime(new Date(2026, 11, 2, 8))
  if (alarm) await fakeBrowser.alarms.onAlarm.trigger(alarm)
  expect([...shown.values()].map(({ text }) => text)).toContain('Tomorrow')
})

test('where the browser lets us show none, nobody is told of, and no alarm is left', async () => {
  vi.mocked(browser.permissions.contains).mockImplementation(async () => false)
  const db = aDatabase()
  await saveDraft(db, aDraft({ followUp: TODAY }))
  await browser.alarms.create('reminders', { when: Date.now() + 1e6 })
  startReminders(db, screen)
  await vi.waitFor(async () => expect(await browser.alarms.getAll()).toEqual([]))
  expect(await db.reminders.where('due').equals(TODAY).count()).toBe(1)
})
