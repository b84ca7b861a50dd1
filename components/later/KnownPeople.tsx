import { useEffect, useMemo, useState } from 'preact/hooks'
import type { KnownPerson } from '../../lib/desk/back.ts'
import { StateIcon } from '../StateIcon.tsx'
import { useWords } from '../words.ts'
import { toLog } from './LoggedHere.tsx'
import { inTyping, latest } from './latest.ts'
import type { PieceProps } from './slot.ts'

/**
 * Who was written down before and may be the person on the form, each with the reason. It takes no
 * key and no focus; whoever comes into the list is said once.
 */
export function KnownPeople({ state, desk, back }: PieceProps) {
  const { t } = useWords()
  const [known, setKnown] = useState<{ of: string; people: KnownPerson[] }>()
  const ask = useMemo(
    () => latest(back.findKnown, (people, { id }) => setKnown({ of: id, people }), inTyping),
    [back],
  )
  const { draft, lead } = state
  const { name, company, email, phone } = draft.fields
  const isDraft = lead.is === 'draft'
  useEffect(() => {
    if (isDraft) ask(draft)
  }, [draft.id, name, company, email, phone, isDraft])
  return (
    <ul class="known" aria-live="polite">
      {isDraft &&
        known?.of === draft.id &&
        known.people.map(({ draft: person, reason, state: { is } }) => (
          <li key={`${person.id} ${reason}`}>
            <StateIcon is={is} />
            <span>
              {t(`known.${reason}`, { who: whoIs(person.fields) })}
              <span class="hidden">
                {t(is === 'needs-you' ? 'state.needs-you-short' : `state.${is}`)}
              </span>
            </span>
            {is !== 'draft' && (
              <button
                type="button"
                class="button quiet"
                aria-label={t('log.open-with', { name: person.fields.name })}
                onClick={() => log(person)}
              >
                {t('log.log')}
              </button>
            )}
            <button
              type="button"
              class="button quiet"
              aria-label={t('known.open-person', { name: person.fields.name })}
              onClick={() => desk.open(person)}
            >
              {t('known.open')}
            </button>
          </li>
        ))}
    </ul>
  )

  function log(person: KnownPerson['draft']) {
    toLog.add(person.id)
    desk.open(person)
  }

  function whoIs(fields: KnownPerson['draft']['fields']): string {
    return fields.company === '' ? fields.name : t('known.who', { ...fields })
  }
}
