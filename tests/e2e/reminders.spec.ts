// People are told on the day on which they are to follow somebody up: once, and nothing but the name.
import type { Browser } from 'wxt/browser'
import { calendarDate } from '../../lib/lead/dates.ts'
import { daysAfter } from '../../lib/lead/quickDates.ts'
import { type Extension, startExtension } from '../harness/extension.ts'
import { stopWorkers } from '../harness/workers.ts'
import { itIsMorning, type Morning } from './morning.ts'
import { button, field, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

declare const chrome: typeof Browser

let morning: Morning
let extension: Extension
test.beforeEach(async () => {
  morning = await itIsMorning()
  extension = await startExtension({ extension: morning.folder })
  const page = await extension.open('options.html#settings')
  await field(page, 'Remind me of follow-ups').click()
  await expect(field(page, 'Remind me of follow-ups')).toBeChecked()
})
test.afterEach(async () => {
  await extension.close()
  await morning.remove()
  expect(extension.trouble).toEqual([])
})

/** Writes people down who are to be followed up on that day. */
async function write(followUp: string, ...names: string[]) {
  const form = await extension.open('popup.html')
  for (const name of names) {
    await writeDown(form, { name, company: 'Example AS', notes: 'Only for me' })
    await field(form, 'Follow up').fill(followUp)
    await button(form, 'New person').click()
  }
  await form.close()
}

/** Ends the worker, as the browser does, and starts it again. */
async function restart(): Promise<void> {
  const page = await extension.open('options.html#leads')
  await stopWorkers(await extension.context.newCDPSession(page))
  await page.evaluate(() => chrome.runtime.sendMessage({ type: 'work' }))
  await page.close()
}

/** What is on the screen: the names of the notifications, and what they say. */
async function shown(): Promise<string[]> {
  const page = await extension.open('options.html#leads')
  const texts = await page.evaluate(async () => {
    const worker = await navigator.serviceWorker.getRegistration()
    return (await worker?.getNotifications())?.map(({ title, body }) => `${title}: ${body}`)
  })
  await page.close()
  return (texts ?? []).sort()
}

/** Presses a notification's button, or it itself, as the browser tells the worker of it. */
const press = (action: string) =>
  extension.worker().evaluate(async action => {
    const worker = (self as unknown as { registration: ServiceWorkerRegistration }).registration
    const [notification] = await worker.getNotifications()
    const waiting: Promise<unknown>[] = []
    const waitUntil = (task: Promise<unknown>) => waiting.push(task)
    const event = Object.assign(new Event('notificationclick'), { notification, action, waitUntil })
    self.dispatchEvent(event)
    await Promise.all(waiting)
  }, action)

const today = calendarDate(new Date())

test('one person whose day it is has a notification of their own, and many have one together', async () => {
  await write(today, 'Sample Person')
  await write(daysAfter(today, 1), 'Tomorrows Person')
  await restart()
  await expect.poll(shown).toEqual(['Time to follow up: Sample Person'])
  await write(today, 'Second Person', 'Third Person')
  await restart()
  const many = 'Time to follow up: 2 people to follow up'
  await expect.poll(shown).toEqual([many, 'Time to follow up: Sample Person'])
  const list = await extension.open('options.html#follow-ups')
  await button(list, 'Done with Sample Person').click()
  await expect.poll(shown).toEqual([many])
  const opened = extension.context.waitForEvent('page')
  await press('')
  await expect(
    (await opened).getByRole('tab', { name: 'Follow-ups', selected: true }),
  ).toBeVisible()
})

test('who was told of is put off with a button, and not told of again however often the worker starts', async () => {
  await write(today, 'Sample Person')
  await restart()
  await expect.poll(shown).toHaveLength(1)
  await press('later')
  expect(await shown()).toEqual([])
  const list = await extension.open('options.html#follow-ups')
  await expect(list.getByRole('region', { name: 'Coming' })).toContainText('Sample Person')
  await restart()
  await restart()
  const alarm = () =>
    list.evaluate(async () => (await chrome.alarms.get('reminders')) !== undefined)
  await expect.poll(alarm).toBe(true)
  expect(await shown()).toEqual([])
})

test('switched off, nobody is told of and no alarm is left', async () => {
  const page = await extension.open('options.html#settings')
  await field(page, 'Remind me of follow-ups').click()
  await expect(field(page, 'Remind me of follow-ups')).not.toBeChecked()
  await write(today, 'Sample Person')
  await restart()
  const names = () => page.evaluate(async () => (await chrome.alarms.getAll()).map(a => a.name))
  await expect.poll(names).not.toContain('reminders')
  expect(await shown()).toEqual([])
})
