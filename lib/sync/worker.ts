import { type Browser, browser } from 'wxt/browser'
import type { Door } from '../crm/http.ts'
import { connection } from '../settings/connection.ts'
import { trimGrants } from '../settings/grants.ts'
import { catchUp } from '../store/catchUp.ts'
import { Database } from '../store/database.ts'
import { queueOf } from '../store/databaseQueue.ts'
import { journal } from '../store/journal.ts'
import type { CheckAnswer } from './askCheck.ts'
import { type Button, keepBadge } from './badge.ts'
import { checkConnection } from './check.ts'
import { KNOCK, TYPED } from './knock.ts'
import { openLine } from './line.ts'
import { noticeLoss } from './loss.ts'
import { findMatches } from './match.ts'
import type { MatchAnswer, ReadAnswer, WorkAnswer } from './messages.ts'
import { type Request, requestSchema } from './requests.ts'
import { run } from './run.ts'
import { ALARM, createWake } from './wake.ts'

/** How long after a change of the queue the worker looks once more what is on the form, in milliseconds. */
const AGAIN = 1000

/**
 * Registers everything that may wake the worker, synchronously, as an event that comes before its
 * listener is lost. Nothing that matters lives in here: the worker can die at any moment.
 *
 * @returns the toolbar button
 */
export function startWorker(door: Door, db: Database): Button {
  const queue = queueOf(db, new Database(db.name, 'relaxed'))
  const wake = createWake({
    run: () =>
      run({
        ...{ queue, now: Date.now, elapsed: () => performance.now() },
        ...{ random: Math.random, newId: () => crypto.randomUUID() },
        line: () => openLine(door),
      }),
    exclusively: async task => await navigator.locks.request(ALARM, task),
    setAlarm: async at => {
      if (at === undefined) await browser.alarms.clear(ALARM)
      else browser.alarms.create(ALARM, { when: at })
    },
    now: Date.now,
  })

  browser.alarms.onAlarm.addListener(async alarm => {
    // A window that closed as soon as somebody had typed wrote no row, and nothing on the button.
    if (alarm.name === TYPED) {
      await catchUp(db, journal).catch(() => undefined) // the next start does it
      button.look()
    }
    if (alarm.name === ALARM || alarm.name === KNOCK) await wakeIfPossible()
  })
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason === 'install') {
      await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })
    }
  })
  // Not at every start of the worker: an address that was just allowed may not be kept yet.
  browser.runtime.onStartup.addListener(async () => {
    await trimGrants((await connection.read())?.address)
  })
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Browser.runtime.MessageSender) => {
      const request = requestSchema.safeParse(message)
      return isOwnPage(sender) && request.success ? answer(request.data) : undefined
    },
  )

  async function answer(
    request: Request,
  ): Promise<WorkAnswer | CheckAnswer | MatchAnswer | ReadAnswer> {
    if (request.type === 'work') return wake()
    if (request.type === 'match') return findMatches(db, request.leadId, await openLine(door))
    if (request.type === 'read') {
      // In the worker's one file already, but run only now: each of its starts would wait for it.
      const { readText } = await import('../lead/paste/read.ts')
      return { found: readText(request.text, request.country) }
    }
    return { findings: await checkConnection(door, request.address, request.token) }
  }

  let looking: ReturnType<typeof setTimeout> | undefined
  const button = keepBadge(db, { readOpen: journal.readOpen }, lookAgain)
  void begin()
  return button

  /** A lead that is taken back leaves the queue a moment before it is a draft on the form again. */
  function lookAgain() {
    clearTimeout(looking)
    looking = setTimeout(button.look, AGAIN)
  }

  /** What every start of the worker does, whichever event it was: what an earlier one left undone. */
  async function begin() {
    // The alarm first: an update of the extension takes all of them away.
    const waking = wakeIfPossible()
    await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
    // A database that can't be read now is looked at by the next start.
    await noticeLoss(db).catch(() => undefined)
    // Where a row can't be written now, the journal keeps the draft, and leads go out all the same.
    await catchUp(db, journal).catch(() => undefined)
    await waking
  }

  /** A full disk, or a database of a newer version: the alarm was set first, and it tries again. */
  async function wakeIfPossible() {
    await wake().catch(() => undefined)
  }
}

/** Only our own pages may ask: not other extensions, and no page that looks like ours. */
function isOwnPage(sender: Browser.runtime.MessageSender): boolean {
  return (
    sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL('/'))
  )
}
