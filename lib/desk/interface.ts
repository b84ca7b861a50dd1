import type { Draft, DraftField, DraftFields, Start } from '../lead/draft.ts'
import type { Fill, PastedField } from '../lead/paste/fill.ts'
import type { Journal } from '../store/journal.ts'
import type { Back } from './back.ts'
import type { DeskState } from './state.ts'

/** What a new form begins with, after a person that was written down in this window, if any was. */
export type StartAfter = (last: DraftFields | undefined) => Start

/**
 * The desk: one person at a time is written down at it. It keeps each keystroke before anything
 * else, and takes the person all the way to the card. It knows no screen; the popup shows its state.
 */
export interface Desk {
  state(): DeskState
  /** Whether the fields can be written in: what was promoted is frozen. */
  isWritable(): boolean
  /** Calls back after each change. @returns how to stop */
  subscribe(listener: () => void): () => void
  write(field: DraftField, text: string): void
  /** Reads what stands in the box for pasting, or was just pasted, into the fields. */
  paste(text: string): Promise<void>
  /** Takes a field back that was filled from a paste: what it was read from goes to the notes. */
  undoPasted(field: PastedField): void
  promote(): Promise<void>
  takeBack(): Promise<void>
  /**
   * Makes a lead that needs somebody, or one that is on the card, a draft again, to be corrected and
   * promoted anew.
   */
  edit(): Promise<void>
  newPerson(): void
  /** Puts somebody else on the form: a draft, or a lead wherever it stands. Who was there is kept. */
  open(draft: Draft): void
  /**
   * Says what each new form begins with. The form that is there gets it too, where nobody wrote, if
   * it was begun in this window.
   */
  begin(start: StartAfter): void
  discard(): Promise<void>
  undoDiscard(): void
  /** The kept draft, if it came later than the first frame. Never overwrites what was typed. */
  arrive(kept: Draft | undefined): void
}

export interface DeskDeps {
  journal: Journal
  /** Loads the database and what belongs to it, once. */
  back(): Promise<Back>
  /** Reads what was pasted. */
  reader(text: string): Promise<Fill>
  newId(): string
  /** The calendar date where the user is, `YYYY-MM-DD`. */
  today(): string
  /** Resolves when somebody who types has come to a pause, if nothing is written until then. */
  pause(): Promise<void>
  /** Calls back in a moment: time enough for somebody to make room on a disk. */
  later(task: () => void): void
}
