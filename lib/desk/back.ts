import { calendarDate } from '../lead/dates.ts'
import type { Draft } from '../lead/draft.ts'
import type { Lead } from '../lead/schema.ts'
import { event, type RunningEvent } from '../settings/event.ts'
import { catchUp } from '../store/catchUp.ts'
import { findCompanies, type KnownCompany } from '../store/companies.ts'
import { Database } from '../store/database.ts'
import { deleteDraft, draftOf, readLast, type Saved, saveDraft } from '../store/drafts.ts'
import { type Journal, journal } from '../store/journal.ts'
import { findKnown, type Known } from '../store/known.ts'
import { type LeadState, watchState } from '../store/leads.ts'
import { reopenRow, takeBackRows } from '../store/outbox.ts'
import { watchDrafts, watchMet } from '../store/recent.ts'
import { keepBadge } from '../sync/badge.ts'
import { askMatches, type MatchAnswer, sendWork } from '../sync/messages.ts'
import { type Promotion, promote, promoteChoice } from '../sync/promote.ts'
import { collectHanded } from './handed.ts'
import { createNotes, type Notes } from './notes.ts'
import { createStorageWatch, type WatchStorage } from './storage.ts'

/** Somebody who was written down before and may be the person on the form. */
export type KnownPerson = Pick<Known, 'reason' | 'state'> & { draft: Draft }

/** Whom the CRM knows already who may be the lead with this id. */
export type Answered = MatchAnswer & { id: string }

/** So many fit above the buttons. */
const MOST_PEOPLE = 3
const MOST_COMPANIES = 6
type Stop = () => void

/**
 * The heavy half of the desk: the database, the review and the way to the outbox. Loaded after the
 * first frame, and never waited for by a keystroke.
 */
export interface Back {
  /** Writes the draft's row, together with what other windows wrote in it. */
  save(draft: Draft): Promise<Saved>
  promote(id: string): Promise<Promotion>
  /** Tells the worker that there is work. Its alarm would find it anyway. */
  send(): Promise<void>
  takeBack(id: string): Promise<boolean>
  reopen(id: string): Promise<boolean>
  remove(id: string): Promise<boolean>
  /** Who was written down before and may be the person in a draft, the surest and newest first. */
  findKnown(draft: Draft): Promise<KnownPerson[]>
  /** Companies of earlier leads whose names begin with what was typed in a draft, newest first. */
  findCompanies(asked: { typed: string; id: string }): Promise<KnownCompany[]>
  /** The person that was written down last, whatever became of them. */
  readLast(): Promise<Draft | undefined>
  /** The newest drafts that nobody promoted yet, but for one. @returns how to stop */
  watchDrafts(but: string, listener: (drafts: Draft[]) => void): Stop
  /** How many were met at an event since a day. @returns how to stop */
  watchMet(event: RunningEvent, listener: (count: number) => void): Stop
  /** The event that runs, now and whenever any window begins or ends one. @returns how to stop */
  watchEvent(listener: (event: RunningEvent | undefined) => void): Stop
  /** Begins an event, or ends the one that runs. */
  setEvent(event: Omit<RunningEvent, 'since'> | undefined): Promise<void>
  /** Has the CRM be asked whom it knows already who may be this lead; only for one on its card. */
  findMatches(id: string): Promise<Answered>
  /** Has this lead go out anew, with who it is or isn't. @returns whether it does */
  choose(id: string, choice: NonNullable<Lead['contact']>): Promise<boolean>
  /** What is logged with people who were promoted. */
  notes: Notes
  /** Where a lead stands, now and whenever that changes. @returns how to stop */
  watch(id: string, listener: (state: LeadState) => void): Stop
  collectHanded: typeof collectHanded
  /** What the storage has to tell by itself. */
  watchStorage: WatchStorage
}

export function createBack(
  country: () => string,
  kept: Journal = journal,
  db = new Database(),
): Back {
  const watchStorage = createStorageWatch(db)
  // Where it fails now, the journal keeps the drafts and the next start tries again.
  catchUp(db, kept).catch(() => undefined)
  keepBadge(db, kept)
  return {
    save: draft => saveDraft(db, draft),
    promote: id => promote(db, [id], country()),
    send: sendWork,
    takeBack: async id => (await takeBackRows(db, [id])).length > 0,
    reopen: id => reopenRow(db, id),
    remove: id => deleteDraft(db, id),
    async findKnown(draft) {
      const people = await findKnown(db, draft, country(), MOST_PEOPLE)
      return people.map(({ row, ...rest }) => ({ ...rest, draft: draftOf(row) }))
    },
    async findCompanies({ typed, id }) {
      const companies = await findCompanies(db, typed, id, MOST_COMPANIES)
      const isTyped = companies.length === 1 && companies[0]?.name === typed.trim()
      return isTyped ? [] : companies
    },
    findMatches: async id => ({ ...(await askMatches(id)), id }),
    async choose(id, choice) {
      const isPromoted = await promoteChoice(db, id, choice, country())
      if (isPromoted) void sendWork().catch(() => undefined) // the alarm finds it
      return isPromoted
    },
    readLast: () => readLast(db),
    watchDrafts: (but, listener) => follow(watchDrafts(db, but), listener),
    watchMet: ({ name, since }, listener) => follow(watchMet(db, name, since), listener),
    watchEvent(listener) {
      const stop = event.watch(listener)
      event.read().then(listener, () => undefined) // the next change says it
      return stop
    },
    notes: createNotes(db),
    collectHanded,
    watchStorage,
    setEvent: next =>
      next === undefined
        ? event.remove()
        : event.write({ ...next, since: calendarDate(new Date()) }),
    watch: (id, listener) => follow(watchState(db, id), listener),
  }
}

// A database that can't be opened is told of where it matters: what watches it here shows nothing.
function follow<T>(
  live: { subscribe(listener: (value: T) => void, onError: () => void): { unsubscribe(): void } },
  listener: (value: T) => void,
): Stop {
  const subscription = live.subscribe(listener, () => undefined)
  return () => subscription.unsubscribe()
}
