import { useEffect } from 'preact/hooks'
import { Activities } from '../Activities.tsx'
import type { PieceProps } from './slot.ts'

/** As many as there is room for above the buttons. */
const LATEST = 3

/** With whom something is to be logged as soon as they stand on the form. */
export const toLog = new Set<string>()

/** What happened with the person on the form since they were promoted, and what happened now. */
export function LoggedHere({ state: { draft, lead }, back }: PieceProps) {
  // Whoever turns out to be a draft by now is forgotten: a box that opens later is out of the blue.
  useEffect(() => () => void toLog.delete(draft.id), [draft.id])
  if (lead.is === 'promoting') toLog.delete(draft.id)
  if (lead.is === 'draft' || lead.is === 'promoting') return null
  return (
    <Activities
      key={draft.id}
      leadId={draft.id}
      notes={back.notes}
      latest={LATEST}
      startsOpen={toLog.delete(draft.id)}
    />
  )
}
