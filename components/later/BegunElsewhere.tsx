import { useEffect, useState } from 'preact/hooks'
import { type Draft, isEmpty } from '../../lib/lead/draft.ts'
import { useWords } from '../words.ts'
import type { PieceProps } from './slot.ts'

/** On an empty form: with whom something was being logged when a window closed, and the way there. */
export function BegunElsewhere({ state: { draft, lead }, desk, back }: PieceProps) {
  const { t } = useWords()
  const [begun, setBegun] = useState<Draft>()
  useEffect(() => back.notes.watchBegun(all => setBegun(all[0])), [back])
  if (begun === undefined || lead.is !== 'draft' || !isEmpty(draft)) return null
  return (
    <p class="begun small">
      {t('log.unfinished', { name: begun.fields.name })}{' '}
      <button type="button" class="button quiet" onClick={() => desk.open(begun)}>
        {t('log.go-on')}
      </button>
    </p>
  )
}
