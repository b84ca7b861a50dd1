import type { Draft } from '../lead/draft.ts'
import { catchUp } from '../store/catchUp.ts'
import { findCompanies, type KnownCompany } from '../store/companies.ts'
import { Database } from '../store/database.ts'
import { deleteDraft, draftOf, type Saved, saveDraft } from '../store/drafts.ts'
import { type Journal, journal } from '../store/journal.ts'
import { findKnown, type Known } from '../store/known.ts'
import { type LeadState, watchState } from '../store/leads.ts'
import { reopenRow, takeBackRows } from '../store/outbox.ts'
import { keepBadge } from '../sync/badge.ts'
import { sendWork } from '../sync/messages.ts'
import { type Promotion, promote } from '../sync/promote.ts'
import { collectHanded } from './handed.ts'
import { createStorageWatch, type WatchStorage } from './storage.ts'

/** Somebody who was written down before and may be the person on the form. */
export type KnownPerson = Pick<Known, 'reason' | 'state'> & { draft: Draft }

/** So many fit above the buttons. */
const MOST_PEOPLE = 3
const MOST_COMPANIES = 6

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
  /** Where a lead stands, now and whenever that changes. @returns how to stop */
  watch(id: string, listener: (state: LeadState) => void): () => void
  collectHanded: typeof collectHanded
  /** What the storage has to tell by itself. */
  watchStorage: WatchStorage
}

export function createBack(country: string, kept: Journal = journal, db = new Database()): Back {
  const watchStorage = createStorageWatch(db)
  // Where it fails now, the journal keeps the drafts and the next start tries again.
  catchUp(db, kept).catch(() => undefined)
  keepBadge(db, kept)
  return {
    save: draft => saveDraft(db, draft),
    promote: id => promote(db, [id], country),
    send: sendWork,
    takeBack: async id => (await takeBackRows(db, [id])).length > 0,
    reopen: id => reopenRow(db, id),
    remove: id => deleteDraft(db, id),
    async findKnown(draft) {
      const people = await findKnown(db, draft, country, MOST_PEOPLE)
      return people.map(({ row, ...rest }) => ({ ...rest, draft: draftOf(row) }))
    },
    async findCompanies({ typed, id }) {
      const companies = await findCompanies(db, typed, id, MOST_COMPANIES)
      const isTyped = companies.length === 1 && companies[0]?.name === typed.trim()
      return isTyped ? [] : companies
    },
    watch(id, listener) {
      const subscription = watchState(db, id).subscribe(listener)
      return () => subscription.unsubscribe()
    },
    collectHanded,
    watchStorage,
  }
}
