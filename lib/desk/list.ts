import { openKnown } from '../intake/openKnown.ts'
import { calendarDate } from '../lead/dates.ts'
import { connection } from '../settings/connection.ts'
import { catchUp } from '../store/catchUp.ts'
import { Database } from '../store/database.ts'
import { saveDraft } from '../store/drafts.ts'
import { type Met, watchEvents } from '../store/events.ts'
import { collect } from '../store/export.ts'
import { type Failure, failureOf } from '../store/failure.ts'
import { journal } from '../store/journal.ts'
import { type Queue, watchQueue } from '../store/leads.ts'
import { findIds, type LeadItem, watchLeads } from '../store/list.ts'
import { putMeta } from '../store/meta.ts'
import { takeBackRows } from '../store/outbox.ts'
import { requeueRows } from '../store/requeue.ts'
import { keepBadge } from '../sync/badge.ts'
import { knock } from '../sync/knock.ts'
import { loss, noticeLoss } from '../sync/loss.ts'
import { sendWork } from '../sync/messages.ts'
import { type Promotion, promote } from '../sync/promote.ts'
import { isLongHold } from '../sync/settle.ts'
import { createNotes, type Notes } from './notes.ts'
import { createStorageWatch, type WatchStorage } from './storage.ts'
import { createTeller, type Teller } from './teller.ts'

type Stop = () => void

export interface ListQueue extends Queue {
  /** Since when nothing has reached the CRM, if that is so long that somebody has to look into it. */
  silentSince?: number
}

/** The list of leads and what can be done with many of them at once. */
export interface List {
  watchLeads(
    search: string,
    limit: number,
    met: string,
    listener: (found: { items: LeadItem[]; hasMore: boolean }) => void,
    onFailure: (failure: Failure) => void,
  ): Stop
  watchQueue(listener: (queue: ListQueue) => void, onFailure: (failure: Failure) => void): Stop
  /** The events at which anybody in the list was met. */
  watchEvents(listener: (events: Met[]) => void, onFailure: (failure: Failure) => void): Stop
  /** All leads that a search finds, of an event or of all, newest first. */
  findIds(search: string, met: string): Promise<string[]>
  promote(ids: readonly string[]): Promise<Promotion>
  /** Sends again whatever needs somebody, unless they have to look at a card first. @returns how many */
  retry(): Promise<number>
  /** Sends again what nobody could tell of: the user looked at the card, and it is not there. */
  sayMissing(id: string): Promise<void>
  pause(): Promise<void>
  resume(): Promise<void>
  /** Puts somebody on the popup's form, whoever stood there before, and opens it. */
  open(id: string): Promise<void>
  /** Makes drafts again of those with which no request was begun. @returns how many */
  cancel(ids: readonly string[]): Promise<number>
  /** What is logged with people who were promoted. */
  notes: Notes
  /** Tells people who were promoted that their data is kept. */
  teller: Teller
  /** What an error of one of these means for people. */
  whyFailed(error: unknown): Failure
  /** What the storage has to tell by itself. */
  watchStorage: WatchStorage
  /** The user has read what was lost. */
  dismissLoss(): Promise<void>
  /** All that can still be read of what was written, as a file. */
  exportAll(): Promise<{ name: string; text: string }>
}

/** Leads that are frozen in one transaction, so that other windows are not kept waiting for long. */
const PORTION = 500

/** @param country says of which country phone numbers without a country code are, ISO 3166-1 alpha-2 */
export function createList(country: () => string, db = new Database()): List {
  // Where a row can't be written now, the journal has the draft and the next start tries again.
  const goOn = () => undefined
  const watchStorage = createStorageWatch(db)
  noticeLoss(db).catch(goOn)
  catchUp(db, journal).catch(goOn)
  keepBadge(db, journal)
  // A popup that closes in mid-word leaves its last letters to whoever is open.
  journal.watchOpen(open => {
    if (open !== undefined && open.counter > 0) saveDraft(db, open).catch(goOn)
  })
  /** The rows are written; whether the worker hears of it now or by its alarm is no matter here. */
  const send = () => void sendWork().catch(() => undefined)

  async function requeue(task: (connectionId: string) => Promise<number>): Promise<number> {
    const current = await connection.read()
    knock()
    const again = current === undefined ? 0 : await task(current.id)
    send()
    return again
  }

  return {
    watchLeads: (search, limit, met, listener, onFailure) =>
      follow(watchLeads(db, search, limit, met), listener, onFailure),
    watchEvents: (listener, onFailure) => follow(watchEvents(db), listener, onFailure),
    watchQueue: (listener, onFailure) =>
      follow(watchQueue(db), queue => listener(withSilence(queue)), onFailure),
    findIds: (search, met) => findIds(db, search, met),
    async promote(ids) {
      const all: Extract<Promotion, { ok: true }> = { ok: true, promoted: [], refused: [] }
      for (let start = 0; start < ids.length; start += PORTION) {
        const promotion = await promote(db, ids.slice(start, start + PORTION), country())
        if (!promotion.ok) return promotion
        all.promoted.push(...promotion.promoted)
        all.refused.push(...promotion.refused)
        if (start === 0) send()
      }
      return all
    },
    retry: () => requeue(connectionId => requeueRows(db, connectionId)),
    async sayMissing(id) {
      await requeue(connectionId =>
        requeueRows(db, connectionId, ({ leadId }) => leadId === id, true),
      )
    },
    pause: () => putMeta(db, 'paused', { since: Date.now() }),
    async resume() {
      knock()
      await putMeta(db, 'paused', undefined)
      send()
    },
    async open(id) {
      await openKnown(db, id)
    },
    cancel: async ids => (await takeBackRows(db, ids)).length,
    notes: createNotes(db),
    teller: createTeller(db, country),
    whyFailed: failureOf,
    watchStorage,
    dismissLoss: loss.remove,
    async exportAll() {
      const on = calendarDate(new Date())
      const text = JSON.stringify(await collect(db, journal, on), null, 2)
      return { name: `kundekort-${on}.json`, text }
    },
  }
}

function withSilence(queue: Queue): ListQueue {
  const { hold } = queue
  const isSilent = queue.open > 0 && isLongHold(hold, Date.now())
  return isSilent && hold ? { ...queue, silentSince: hold.since } : queue
}

interface Live<T> {
  subscribe(onValue: (value: T) => void, onError: (error: unknown) => void): { unsubscribe(): void }
}

function follow<T>(
  live: Live<T>,
  listener: (value: T) => void,
  onFailure: (failure: Failure) => void,
): Stop {
  const subscription = live.subscribe(listener, error => onFailure(failureOf(error)))
  return () => subscription.unsubscribe()
}
