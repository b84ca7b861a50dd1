import { useWords } from '../words.ts'
import type { PieceProps } from './slot.ts'

/** From the popup, which closes when somebody looks elsewhere, to the panel, which stays. */
export function ToPanel({ toPanel }: PieceProps) {
  const { t } = useWords()
  if (toPanel === undefined) return null
  return (
    <button type="button" class="to-panel" onClick={toPanel}>
      {t('panel.open')}
    </button>
  )
}
