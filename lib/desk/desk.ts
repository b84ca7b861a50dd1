import {
  type Draft,
  type DraftFields,
  isEmpty,
  newDraft,
  rewritten,
  withField,
  withStart,
} from '../lead/draft.ts'
import { isSame, merge } from '../lead/merge.ts'
import { failureOf } from '../store/failure.ts'
import type { Back } from './back.ts'
import type { Desk, DeskDeps, StartAfter } from './interface.ts'
import { createKeeping } from './keeping.ts'
import { createPasting } from './pasting.ts'
import { createPromoting } from './promoting.ts'
import type { DeskState, Notice } from './state.ts'
import { createTogether } from './together.ts'

/** What stays said while it stays true, whatever is written meanwhile. */
const LASTING = new Set<Notice | undefined>(['not-kept', 'newer-database', 'blocked', 'to-reload'])

/**
 * @param kept the draft that was on the form, or none
 * @param hasArrived whether the journal has answered; else `arrive` says so later, or never does
 *   where it can't be read: what is written here is then kept beside what is on the form there
 */
export function createDesk(deps: DeskDeps, kept: Draft | undefined, hasArrived: boolean): Desk {
  const { journal, reader, newId, today, later } = deps
  let startAfter: StartAfter = () => ({})
  /** The last person that was written down here. */
  let last: DraftFields | undefined
  /** Forms that were begun here; whatever comes from elsewhere is as somebody wanted it. */
  let begun = ''
  function fresh(): Draft {
    const draft = newDraft(newId(), today(), startAfter(last))
    begun = draft.id
    return draft
  }
  const listeners = new Set<() => void>()
  /** Whether the journal has told whom it has on the form: nobody else is put there unseen. */
  let isTold = hasArrived
  // Whether the draft here is the one that the journal has on the form. It isn't before the journal
  // has answered, nor once another window has put somebody else there.
  let isOpen = hasArrived
  /** Written here last, or left behind: nobody else keeps it, should the person be promoted meanwhile. */
  let mine = kept
  /** Ids that were on this form: news of them is the echo of what was written here. */
  const written = new Set<string>()
  const together = createTogether()
  let state = blank(kept ?? fresh())
  together.show(state.draft)
  let unwatch: () => void = () => undefined
  let watchedId: string | undefined

  let there: Promise<Back> | undefined
  const back = () =>
    (there ??= deps.back().then(loaded => {
      loaded.watchStorage(told => {
        const isOver = told === undefined && state.notice === 'blocked'
        if (isOver || (told && !LASTING.has(state.notice))) set({ notice: told })
      })
      return loaded
    }))

  /** The form that stood empty overnight is about the day on which somebody writes in it. */
  function ofToday(): Draft {
    const { draft } = state
    if (draft.counter > 0 || draft.id !== begun) return draft
    return { ...draft, fields: { ...draft.fields, metOn: today() } }
  }

  const isWritable = () => state.lead.is === 'draft'
  const isUnsent = () => isWritable() || state.lead.is === 'promoting'

  function set(change: Partial<DeskState>) {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  /** Puts the draft on the form in the journal: the first thing that happens to a keystroke. */
  function keep(draft: Draft, isTyped = false) {
    secure(draft)
    mine = draft
    written.add(draft.id)
    set({ draft })
    void follow(draft, isTyped)
  }

  /**
   * Another window may write on the same draft, or begin with one: this one then shows it, letter by
   * letter. Where it puts somebody else on the form, what is written here is kept beside that.
   */
  function hear(open: Draft | undefined) {
    const isEcho = open !== undefined && open.id !== state.draft.id && written.has(open.id)
    if (open === undefined || isEcho || !isWritable()) return
    if (open.id !== state.draft.id && state.draft.counter === 0) {
      show(open, state.notice) // nobody has begun to write here
      void follow(open)
    }
    isOpen = open.id === state.draft.id
    if (isOpen && !together.isEcho(open)) meet(open, true)
  }

  /**
   * Brings another copy of this draft together with what stands here, and loses no word of it.
   *
   * @param isInJournal whether the copy is the journal's own
   */
  function meet(theirs: Draft, isInJournal: boolean) {
    const { draft, isNews, hasLost } = together.join(state.draft, theirs)
    if (isNews || !isInJournal) keep({ ...draft, counter: draft.counter + 1 })
    else if (!isSame(draft, state.draft)) set({ draft })
    if (!hasLost) return
    const copy = { ...theirs, id: newId() }
    secureAside(copy)
    void settle(copy)
    set({ notice: 'joined' })
  }

  /** The row follows the journal; a draft in which nothing is written yet needs none. */
  async function follow(draft: Draft, isTyped = false) {
    try {
      const there = await back()
      // The journal has the letter; while somebody types, the database's work is only in the way.
      if (isTyped) await deps.pause()
      else await watch(draft)
      if (state.draft !== draft) return // a later edit is on its way
      const { draft: row, isFrozen } = await there.save(draft)
      if (state.draft.id !== draft.id) return
      if (isFrozen) {
        if (isSame(merge(row, state.draft), row)) {
          set({ draft: row }) // discarded elsewhere, say
          release(draft)
        }
        // Of what another window wrote that one makes a draft, or the next start: it stays in the journal.
        else if (state.draft === mine) return fork()
      } else if (isWritable() && !isSame(row, draft)) meet(row, false)
      await watch(draft) // somebody may promote it in the list
    } catch (error) {
      // The journal has it, and the next edit or the next start writes the row again.
      if (failureOf(error) === 'newer-database') set({ notice: 'newer-database' })
    }
  }

  /** The row is frozen, since the person was promoted meanwhile: what was typed becomes a new draft. */
  function fork() {
    show({ ...state.draft, id: newId() }, 'copied')
    keep(state.draft)
  }

  function show(draft: Draft, notice?: Notice) {
    unwatch()
    watchedId = undefined
    together.show(draft)
    set({ ...blank(draft), notice, discarded: state.discarded })
  }

  /** Follows the lead on the form through the outbox, from now on. */
  async function watch(draft: Draft) {
    const there = await back()
    if (state.draft.id !== draft.id || watchedId === draft.id) return
    unwatch()
    watchedId = draft.id
    unwatch = there.watch(draft.id, lead => {
      if (state.draft.id !== draft.id || state.lead.is === 'promoting') return
      const wasDraft = isWritable()
      if (lead.is === 'draft' && wasDraft) return
      set({ lead })
      if (wasDraft) void follow(state.draft) // what was typed since is not what was promoted
    })
  }

  /** Takes a promoted draft out of the journal. Where that fails, the next start finds it promoted. */
  function release(draft: Draft) {
    journal.clear(draft).catch(() => undefined)
  }

  /** Does what a button asks of the database. Where that fails, nothing changed, and people are told. */
  async function attempt(task: () => Promise<void>) {
    try {
      await task()
    } catch (error) {
      set({ notice: failureOf(error) })
    }
  }

  const keeping = createKeeping({
    ...{ journal, back, later, state: () => state, set, show, isUnsent },
    ...{ isOpen: () => isOpen, wrote: together.wrote },
  })
  const { secure, secureAside, settle } = keeping

  /** Makes room on the form for another draft. The one that was there goes on to its row. */
  function putAside(left: Draft, next: Draft): Promise<void> {
    written.add(next.id)
    return keeping.putAside(left, next)
  }

  const pasting = createPasting({ reader, state: () => state, isWritable, keep, set })

  const promoteNow = createPromoting({
    ...{ back, state: () => state, set, readBox: pasting.readBox },
    again: follow,
    meet: row => meet(row, false),
    hasLeft(draft) {
      release(draft)
      return watch(draft)
    },
  })
  let promoting = Promise.resolve()
  const desk: Desk = {
    state: () => state,
    isWritable,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    write(field, text) {
      if (!isWritable()) return
      keep(withField(ofToday(), field, text), true)
      const { [field]: _fault, ...faults } = state.faults
      const pasted = state.pasted.filter(one => one.field !== field)
      const notice = LASTING.has(state.notice) ? state.notice : undefined
      set({ faults, notice, pasted })
    },
    async paste(text) {
      if (!isWritable() || text.trim() === '') return
      desk.write('paste', text)
      await pasting.readBox()
    },
    undoPasted: pasting.undo,
    promote() {
      if (isWritable()) promoting = promoteNow()
      return promoting
    },
    async takeBack() {
      const { draft } = state
      await attempt(async () => {
        const done = await (await back()).takeBack(draft.id)
        if (!done) return set({ notice: 'too-late' })
        show(draft, 'taken-back')
        keep(draft)
      })
    },
    async edit() {
      const { draft } = state
      await attempt(async () => {
        if (!(await (await back()).reopen(draft.id))) return
        show(draft)
        keep(draft)
      })
    },
    newPerson() {
      if (state.lead.is === 'promoting') {
        // What becomes of this person is still to be said here; if they lack something, they stay.
        void promoting.then(() => isWritable() || desk.newPerson())
        return
      }
      const left = state.draft
      if (!isEmpty(left)) last = left.fields
      const next = fresh()
      isOpen = isTold
      // One in which all was erased again goes to its row as well, which would else have it still.
      if (!isWritable() || left.counter === 0) return show(next)
      void putAside(left, next)
      show(next, isEmpty(left) ? undefined : 'earlier-kept')
    },
    open(next) {
      if (state.lead.is === 'promoting') {
        void promoting.then(() => desk.open(next))
        return
      }
      const left = state.draft
      if (left.id === next.id) return
      isOpen = isTold
      if (isWritable() && left.counter > 0) void putAside(left, next)
      show(next)
      keep(next)
    },
    begin(next) {
      startAfter = next
      const { draft } = state
      if (draft.id !== begun || !isWritable()) return
      if (draft.counter === 0) {
        const again = newDraft(draft.id, today(), startAfter(last))
        together.show(again)
        return set({ draft: again })
      }
      const whole = withStart(draft, startAfter(last))
      if (!isSame(whole, draft)) keep(whole)
    },
    async discard() {
      const { draft } = state
      if (!isWritable() || isEmpty(draft)) return
      show(fresh(), 'discarded')
      set({ discarded: draft })
      await attempt(async () => {
        await journal.clear(draft)
        await (await back()).remove(draft.id)
      })
    },
    undoDiscard() {
      const { discarded } = state
      if (discarded === undefined) return
      const current = state.draft
      if (current.counter > 0) void putAside(current, discarded)
      // Later than what discarding put in its place, if that was what is on the card.
      const again = rewritten(discarded, discarded.counter + 2)
      show(again)
      set({ discarded: undefined })
      written.add(again.id)
      secure(again)
      void attempt(async () => {
        await (await back()).reopen(again.id)
        await follow(state.draft)
      })
    },
    arrive(late) {
      isTold = true
      isOpen = true
      const typed = state.draft
      if (late?.id === typed.id) return meet(late, true)
      if (late === undefined) {
        if (typed.counter > 0) keep(typed)
      } else if (typed.counter === 0) {
        show(late)
        mine = late
        void follow(late)
      } else {
        set({ notice: 'earlier-kept' })
        void putAside(late, typed)
      }
    },
  }
  if (kept !== undefined) void follow(state.draft)
  journal.watchOpen(hear)
  return desk
}

function blank(draft: Draft): DeskState {
  const state = {
    draft,
    faults: {},
    notice: undefined,
    discarded: undefined,
    isKept: true,
    pasted: [],
  }
  return { ...state, lead: { is: 'draft' } }
}
