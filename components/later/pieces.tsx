import type { ComponentType } from 'preact'
import { BegunElsewhere } from './BegunElsewhere.tsx'
import { CompanyList } from './CompanyList.tsx'
import { DeskNotice } from './DeskNotice.tsx'
import { EventBar } from './EventBar.tsx'
import { FollowUpDates } from './FollowUpDates.tsx'
import { Handed } from './Handed.tsx'
import { KnownPeople } from './KnownPeople.tsx'
import { LastDrafts } from './LastDrafts.tsx'
import { LoggedHere } from './LoggedHere.tsx'
import { Matches } from './Matches.tsx'
import { MetAt } from './MetAt.tsx'
import { PastedChips } from './PastedChips.tsx'
import type { Later, PieceProps, Place } from './slot.ts'
import { ToPanel } from './ToPanel.tsx'

/**
 * Each place's pieces, in the order in which they are drawn.
 *
 * To hang something into the popup, write a component that takes `PieceProps`, in this folder, and
 * add it here; its words go into the `later` catalog (assets/locales/catalogs.ts), its data into
 * `Back`. A piece draws nothing (`null`) as long as it has nothing to say. Nothing may jump under
 * the caret: in `header` and `top` there is room for one line; what comes at a field lies over what
 * is beneath it (`position: absolute` in its `.field`); the footer grows upwards over the form, and
 * its buttons stay. A piece that needs the keys of a field, as a combobox does, listens in an effect
 * on the control itself, whose `id` is the field's name; attributes that it sets there stay.
 */
const PIECES: Partial<Record<Place, ComponentType<PieceProps>[]>> = {
  company: [CompanyList],
  followUp: [FollowUpDates],
  header: [ToPanel],
  top: [EventBar, LastDrafts, BegunElsewhere],
  where: [MetAt],
  paste: [PastedChips],
  notice: [Handed, KnownPeople, DeskNotice],
  state: [LoggedHere, Matches],
}

/** The popup's pieces, over the desk of this window. */
export const createLater =
  (tools: Omit<PieceProps, 'state'>): Later =>
  (place, state) =>
    PIECES[place]?.map(Piece => <Piece key={Piece} {...tools} state={state} />)
