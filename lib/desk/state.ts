import type { Draft } from '../lead/draft.ts'
import type { Pasted } from '../lead/paste/fill.ts'
import type { Faults } from '../lead/review.ts'
import type { LeadState } from '../store/leads.ts'

/** What the form has to tell, beside the fields. Each has its sentence under `notice.<notice>`. */
export const NOTICES = [
  'consent-missing',
  'connection-missing',
  'discarded',
  'earlier-kept',
  'failed',
  'full',
  'newer-database',
  'blocked',
  'to-reload',
  'database-gone',
  'settings-gone',
  'copied',
  'joined',
  'not-kept',
  'not-promoted',
  'taken-back',
  'too-late',
] as const

export type Notice = (typeof NOTICES)[number]

/** All that the popup shows. One value, so that no two parts of the screen disagree. */
export interface DeskState {
  draft: Draft
  /** Where the person on the form stands; `promoting` until the promotion is on disk. */
  lead: LeadState | { is: 'promoting' }
  faults: Faults
  notice: Notice | undefined
  /** Whether the storage has taken what stands on the form. */
  isKept: boolean
  /** The draft that *Undo* brings back. */
  discarded: Draft | undefined
  /** The fields that were filled from a paste, and can be taken back. */
  pasted: readonly Pasted[]
}
