import { useEffect, useRef, useState } from 'preact/hooks'
import type { Teller, TellTrouble } from '../../lib/desk/teller.ts'
import type { DraftRow } from '../../lib/store/rows.ts'
import { useWords } from '../words.ts'
import { TellFold } from './TellFold.tsx'
import { troubleKey } from './trouble.ts'

/** People that are drawn at once; *Show more* adds as many again. */
const PAGE = 100

interface Noted {
  id: string
  name: string
}

/** Who was promoted and does not know yet that their data is kept, the most pressing first. */
export function ToTellTab({ teller }: { teller: Teller }) {
  const { t } = useWords()
  const [limit, setLimit] = useState(PAGE)
  const [found, setFound] = useState<{ people: DraftRow[]; hasMore: boolean }>()
  const [noted, setNoted] = useState<Noted>()
  const [failure, setFailure] = useState<TellTrouble>()
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => teller.watchPeople(limit, setFound, setFailure), [teller, limit])
  useEffect(() => {
    if (noted !== undefined) notice.current?.focus() // their line is gone, with what was pressed
  }, [noted])

  async function undo({ id }: Noted) {
    const trouble = await teller.note(id, undefined)
    setFailure(trouble)
    if (trouble === undefined) setNoted(undefined)
  }

  return (
    <>
      <p class="tell-intro">{t('tell.intro')}</p>
      <div role="status" ref={notice} tabIndex={-1}>
        {failure !== undefined && <p class="notice">{t(troubleKey(failure))}</p>}
        {noted !== undefined && (
          <p class="notice good">
            {t('tell.noted', { name: noted.name })}{' '}
            <button type="button" class="button quiet" onClick={() => undo(noted)}>
              {t('tell.undo')}
            </button>
          </p>
        )}
        {found?.people.length === 0 && <p class="empty">{t('tell.none')}</p>}
      </div>
      {found !== undefined && found.people.length > 0 && (
        <ul class="to-tell" aria-label={t('tell.list')}>
          {found.people.map(person => (
            <li key={person.id}>
              <span class="who">
                <strong dir="auto">{person.fields.name}</strong>{' '}
                <span class="muted" dir="auto">
                  {person.fields.company}
                </span>
              </span>
              <TellFold
                person={person}
                teller={teller}
                onNoted={() => setNoted({ id: person.id, name: person.fields.name })}
              />
            </li>
          ))}
        </ul>
      )}
      {found?.hasMore && (
        <button type="button" class="button" onClick={() => setLimit(limit + PAGE)}>
          {t('leads.more')}
        </button>
      )}
    </>
  )
}
