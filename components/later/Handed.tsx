import { useEffect, useState } from 'preact/hooks'
import type { Handed as Said } from '../../lib/desk/handed.ts'
import { useWords } from '../words.ts'
import type { PieceProps } from './slot.ts'

/** What was taken of a selection on a social network, and what only the user can say to take. */
export function Handed({ state: { draft }, desk, back }: PieceProps) {
  const { t } = useWords()
  const [handed, setHanded] = useState<Said>()
  useEffect(() => back.collectHanded(desk, setHanded), [desk, back])
  if (handed?.is === 'nothing') {
    return (
      <div class="notice" role="alert">
        {t(`handed.${handed.why}`)}
      </div>
    )
  }
  if (handed?.draftId !== draft.id || !desk.isWritable()) return null
  const { profile } = handed
  return (
    <div class="handed small">
      <p>{t('handed.from-network')}</p>
      {profile !== undefined && (
        <label>
          <input
            type="checkbox"
            checked={draft.fields.profile === profile}
            onChange={event => desk.write('profile', event.currentTarget.checked ? profile : '')}
          />
          {t('handed.profile', { address: profile })}
        </label>
      )}
    </div>
  )
}
