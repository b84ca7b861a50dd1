import { useWords } from '../words.ts'
import type { PieceProps } from './slot.ts'

/** The event that goes onto the card with this person, and the way to say that it was not there. */
export function MetAt({ state, desk }: PieceProps) {
  const { t } = useWords()
  const { event, where } = state.draft.fields
  if (event === '' || event === undefined) return null
  const said = where === event ? t('field.event') : event
  if (!desk.isWritable()) return where === event ? null : <p class="met-at small muted">{event}</p>
  return (
    <button
      type="button"
      class="met-at cut"
      title={t('event.remove', { event })}
      aria-label={t('event.remove', { event })}
      onClick={() => desk.write('event', '')}
    >
      × {said}
    </button>
  )
}
