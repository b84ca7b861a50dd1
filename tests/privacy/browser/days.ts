import { calendarDate } from '../../../lib/lead/dates.ts'
import { daysAfter } from '../../../lib/lead/quickDates.ts'
import { ALARM } from '../../../lib/sync/wake.ts'
import { agree, connect, field, writeDown } from '../../e2e/steps.ts'
import { allowEverything } from '../../harness/allowed.ts'
import { type Browser, startBrowser } from '../../harness/browser.ts'
import { startExtension } from '../../harness/extension.ts'
import { freshProfile, removeProfile } from '../../harness/profile.ts'
import type { Breach } from '../breach.ts'
import { isBrowsersOwn } from '../gate/browsersOwn.ts'
import { openGate, type Passed } from '../gate/gate.ts'
import { withClock } from './clock.ts'
import { draftOf, idOf, seedDrafts } from './seed.ts'
import { CRM, SITES } from './sites.ts'

export interface Month {
  /** The days on which the worker woke, counted from today. */
  readonly days: readonly number[]
  readonly drafts: number
  /** How many people the user was reminded of on their day. */
  readonly reminded: number
  readonly passed: readonly Passed[]
}

const DAY = 24 * 3600 * 1000
const DRAFTS = 200

/**
 * Installs a build, connects a CRM and writes 200 people down, of whom nobody is promoted; each of them
 * is to be followed up on a day of their own, and the user is reminded of it. The browser is closed and started again; then the worker is stopped again and again, and every alarm
 * that there is rings, the outbox's own in any case, until it has woken on so many different days.
 *
 * It proves that nothing which the worker does at its start, at an alarm or when a page calls sends
 * anything on any of these days. It does not prove what the browser does to an extension that was
 * really installed for a month: updates, or being put to sleep with the machine.
 */
export async function monthOfDrafts(build: string, days: number): Promise<Month> {
  const gate = await openGate(SITES)
  const { folder: extension, remove } = await withClock(build)
  await allowEverything(extension)
  const profile = await freshProfile()
  const flags = { extension, profile, extra: gate.flags }
  try {
    await writeEverybodyDown(flags)
    const browser = await startBrowser(flags)
    try {
      return { ...(await wakeDaily(browser, days)), passed: gate.passed }
    } finally {
      await browser.close()
    }
  } finally {
    await gate.close()
    await Promise.all([removeProfile(profile), remove()])
  }
}

async function writeEverybodyDown(flags: Parameters<typeof startExtension>[0]): Promise<void> {
  const extension = await startExtension(flags)
  await agree(extension)
  const page = await connect(extension, { address: `https://${CRM}`, token: 'sample-token' })
  const drafts = Array.from({ length: DRAFTS }, (_, index) =>
    draftOf(idOf('8000', index), {
      ...{ name: `Sample Draft ${index}`, notes: 'Only for me' },
      followUp: daysAfter(calendarDate(new Date()), index),
    }),
  )
  await seedDrafts(page, drafts)
  const settings = await extension.open('options.html#settings')
  await field(settings, 'Remind me of follow-ups').click()
  const form = await extension.open('popup.html')
  await writeDown(form, { name: 'Sample On The Form', company: 'Example AS' })
  await extension.close()
}

async function wakeDaily(browser: Browser, count: number) {
  const { cdp } = browser
  const { url } = await browser.target('service_worker', '/background.js')
  const address = new URL('/options.html', url).href
  const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', { url: address })
  const page = await browser.attach({ targetId, type: 'page', url: address })

  async function inPage<T>(expression: string): Promise<T> {
    const how = { expression, awaitPromise: true, returnByValue: true }
    const answer = await page.send<Evaluated<T>>('Runtime.evaluate', how)
    if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails))
    return answer.result.value
  }

  await inPage(LOADED)
  const days = new Set<number>()
  while (days.size < count) {
    await browser.stopWorkers()
    await inPage(RING)
    await inPage(`chrome.runtime.sendMessage({ type: 'work' })`)
    days.add(await dayOf(browser))
  }
  const rows = (what: string) => inPage<number>(counting(what))
  return {
    ...{ days: [...days], drafts: await rows(`objectStore('drafts').count()`) },
    reminded: DRAFTS - (await rows(`objectStore('reminders').index('due').count()`)),
  }
}

interface Evaluated<T> {
  result: { value: T }
  exceptionDetails?: unknown
}

/** The day on which the worker that is there now believes to live. */
async function dayOf(browser: Browser): Promise<number> {
  const target = await browser.target('service_worker', '/background.js')
  const worker = await browser.attach(target)
  const { result } = await worker.send<Evaluated<number>>('Runtime.evaluate', {
    expression: 'Date.now()',
    returnByValue: true,
  })
  return Math.round((result.value - Date.now()) / DAY)
}

const LOADED = `new Promise(resolve => {
  if (document.readyState === 'complete') resolve()
  else addEventListener('load', () => resolve())
})`

/**
 * Makes every alarm due at once, and waits until each has rung, or was set anew by the worker that
 * another one woke: it did then what that alarm is there for.
 */
const RING = `(async () => {
  const before = await chrome.alarms.getAll()
  const silent = new Set(['${ALARM}', ...before.map(({ name }) => name)])
  const now = Date.now()
  const hear = ({ name }) => silent.delete(name)
  chrome.alarms.onAlarm.addListener(hear)
  for (const name of [...silent]) chrome.alarms.create(name, { when: now })
  while (silent.size > 0) {
    const all = await chrome.alarms.getAll()
    for (const { name, scheduledTime } of all) if (scheduledTime > now + 1000) silent.delete(name)
  }
  chrome.alarms.onAlarm.removeListener(hear)
})()`

const counting = (what: string) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('kundekort')
  opening.onerror = () => reject(opening.error)
  opening.onsuccess = () => {
    const counting = opening.result.transaction(['drafts', 'reminders']).${what}
    counting.onsuccess = () => resolve(counting.result)
  }
})`

/** Nobody was promoted: whatever was asked for by anybody but the browser itself is too much. */
export const unasked = ({ passed }: Month): Breach[] =>
  passed
    .filter(one => !isBrowsersOwn(one))
    .map(({ origin, path, method, body }) => ({
      kind:
        origin === `https://${CRM}`
          ? ('a request that nobody pressed for' as const)
          : ('another host was asked' as const),
      detail: `${method} ${origin}${path} ${body.slice(0, 200)}`,
    }))
