import type { ComponentChildren } from 'preact'
import type { Back } from '../../lib/desk/back.ts'
import type { Desk } from '../../lib/desk/interface.ts'
import type { DeskState } from '../../lib/desk/state.ts'
import type { DraftField } from '../../lib/lead/draft.ts'

/**
 * Where the popup is drawn in after its first frame: in the header; in the line above the form; at a
 * field, beneath its control; above the line that says where the person stands; and beneath it.
 */
export type Place = 'header' | 'top' | DraftField | 'notice' | 'state'

/**
 * What the popup shows later than its form: none of it runs before the caret is there. `Popup` asks
 * for each place whenever the desk's state changes, and gets nothing until this is loaded.
 */
export type Later = (place: Place, state: DeskState) => ComponentChildren

/** What every piece is given. What it shows comes from here, what it does goes back here. */
export interface PieceProps {
  /** The person on the form, where they stand, and what was just said about it. */
  state: DeskState
  /** What can be done with the person on the form. */
  desk: Desk
  /** The database's half of it: what a piece watches, it watches here, in an effect. */
  back: Back
  /** Goes on in the panel beside the page; only where this is the popup, and has one to go to. */
  toPanel?: (() => void) | undefined
}
