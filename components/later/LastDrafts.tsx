import { useEffect, useState } from 'preact/hooks'
import type { Draft } from '../../lib/lead/draft.ts'
import { useWords } from '../words.ts'
import type { PieceProps } from './slot.ts'

/** The last few that were written down and wait: a click opens one, and whoever is here is kept. */
export function LastDrafts({ state, desk, back }: PieceProps) {
  const { t } = useWords()
  const { id } = state.draft
  const [drafts, setDrafts] = useState<Draft[]>([])
  useEffect(() => back.watchDrafts(id, setDrafts), [back, id])
  const others = drafts.filter(draft => draft.id !== id)
  if (others.length === 0) return null
  const labelOf = ({ fields: { name, company } }: Draft) =>
    [name, company].find(text => text.trim() !== '') ?? t('leads.no-name')
  return (
    <fieldset class="strip" aria-label={t('strip.label')}>
      {others.map(draft => (
        <button
          key={draft.id}
          type="button"
          class="chip cut"
          dir="auto"
          title={labelOf(draft)}
          onClick={() => desk.open(draft)}
        >
          {labelOf(draft)}
        </button>
      ))}
    </fieldset>
  )
}
