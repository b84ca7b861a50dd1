import type { PastedField } from '../../lib/lead/paste/fill.ts'
import { useWords } from '../words.ts'
import type { PieceProps } from './slot.ts'

/** What was read of the last paste, each with a button to take it back. */
export function PastedChips({ state, desk }: PieceProps) {
  const { t } = useWords()
  if (state.pasted.length === 0 || !desk.isWritable()) return null
  function undo(field: PastedField) {
    desk.undoPasted(field)
    document.getElementById('paste')?.focus() // the button is gone
  }
  return (
    <fieldset class="chips" aria-label={t('paste.read')}>
      {state.pasted.map(({ field }) => (
        <button key={field} type="button" class="chip" onClick={() => undo(field)}>
          {t(`paste.undo-${field}`)}
        </button>
      ))}
    </fieldset>
  )
}
