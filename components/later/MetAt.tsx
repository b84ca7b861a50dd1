import { useWords } from '../words.ts'
import type { PieceProps } from './slot.ts'

/** The event that goes onto the card with this person, and the way to say that it was not there. */
export function MetAt({ state, desk }: PieceProps) {
  const { t } = useWords()
  const { event, where } = state.draft.fields
  if (event === '' || event === undefined) return null
  const said = where === event ? t('field.event') : event
  if (!desk.isWritable()) return where === event ? null : <p class="met-at small muted">{event}</p>
  const remove = t('event.remove', { event })
  return (
    <button
      type="button"
      class="met-at cut"
      title={remove}
      // Who says to the machine what they see must be understood, too.
      aria-label={remove.includes(said) ? remove : `${said}: ${remove}`}
      onClick={() => desk.write('event', '')}
    >
      × {said}
    </button>
  )
}
