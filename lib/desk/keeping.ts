import { type Draft, isEmpty } from '../lead/draft.ts'
import type { Journal } from '../store/journal.ts'
import type { Back } from './back.ts'
import type { DeskState } from './state.ts'

interface KeepingDeps {
  journal: Journal
  back(): Promise<Back>
  later(task: () => void): void
  state(): DeskState
  set(change: Partial<DeskState>): void
  /** Puts a draft on the form. */
  show(draft: Draft): void
  /** Whether nothing of what stands on the form was sent. */
  isUnsent(): boolean
  /** Whether the draft here is the one that the journal has on the form. */
  isOpen(): boolean
  /** Told of what is written to the journal as the form's own. */
  wrote(draft: Draft): void
}

/** How drafts get from the form to the disk, and what is done while it takes none. */
export function createKeeping(deps: KeepingDeps) {
  const { journal, back, later, state, set, show } = deps

  /** Writes to the journal. While that fails, says so, and tries again until it has the words. */
  function secure(draft: Draft) {
    const kept = deps.isOpen() ? journal.keep(draft) : journal.keepAside(draft)
    if (deps.isOpen()) deps.wrote(draft)
    kept.then(
      () => {
        if (state().draft !== draft || state().isKept) return
        set({ isKept: true, notice: state().notice === 'not-kept' ? undefined : state().notice })
      },
      () => {
        if (state().draft !== draft) return // a later edit is at it
        set({ isKept: false, notice: 'not-kept' })
        later(() => {
          if (state().draft === draft && deps.isUnsent()) secure(draft)
        })
      },
    )
  }

  /** Keeps a draft that is on no form any more, however long it takes until there is room for it. */
  function secureAside(draft: Draft) {
    journal.keepAside(draft).catch(() => {
      set({ notice: 'not-kept' })
      later(() => secureAside(draft))
    })
  }

  /** Makes room on the form for another draft. The one that was there goes on to its row. */
  async function putAside(left: Draft, next: Draft) {
    try {
      await (deps.isOpen() ? journal.replace(left, next) : journal.keepAside(left))
    } catch {
      // The disk is full. Words that nothing else has stay where they can be seen and copied.
      const { draft } = state()
      if (draft.id !== next.id || !isEmpty(draft)) return secureAside(left)
      show(left)
      return secure(left)
    }
    await settle(left)
  }

  /** Gives a draft that is on no form any more its row. */
  async function settle(left: Draft) {
    try {
      await (await back()).save(left)
      await journal.settle(left)
    } catch {
      // The journal has it, and the next start writes the row.
    }
  }

  return { secure, secureAside, putAside, settle }
}
