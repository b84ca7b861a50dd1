import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Answered } from '../../lib/desk/back.ts'
import { useWords } from '../words.ts'
import { latest } from './latest.ts'
import type { PieceProps } from './slot.ts'

const NOBODY: Answered = { id: '', matches: [], choices: false }

/**
 * Whom the CRM knows already who may be the lead that is on its card now, and what is to be done about
 * it. *Later* sends nothing: the question comes again when the lead is opened again.
 */
export function Matches({ state, back }: PieceProps) {
  const { t } = useWords()
  const [answered, setAnswered] = useState(NOBODY)
  const ask = useMemo(() => latest(back.findMatches, setAnswered), [back])
  const { id } = state.draft
  const isOnCard = state.lead.is === 'on-card'
  useEffect(() => {
    setAnswered(NOBODY)
    if (isOnCard) ask(id)
  }, [ask, id, isOnCard])

  const { matches, choices, failed } = answered
  const isTheirs = isOnCard && answered.id === id
  function end() {
    setAnswered(NOBODY)
    // The button is gone, so the keyboard goes on with the next person.
    document.querySelector<HTMLElement>('.actions .primary')?.focus()
  }
  function choose(choice: { is: string } | { not: string[] }) {
    end()
    void back.choose(id, choice)
  }
  return (
    <div class="matches" aria-live="polite">
      {isTheirs && failed && <p class="muted small">{t('match.failed')}</p>}
      {isTheirs && matches.length > 0 && (
        <>
          <p>{t(choices ? 'match.ask' : 'match.look', { count: matches.length })}</p>
          <ul>
            {matches.map(({ card, contact, why }) => {
              const who = t('known.who', { name: contact.name, company: card.name })
              return (
                <li key={contact.id}>
                  <span>
                    {t(`known.${why}`, { who })}{' '}
                    {card.url !== undefined && (
                      <a
                        href={card.url}
                        target="_blank"
                        rel="noopener noreferrer"
                        aria-label={t('match.card-of', { who })}
                      >
                        {t('match.card')}
                      </a>
                    )}
                  </span>
                  {choices && (
                    <button
                      type="button"
                      class="button"
                      aria-label={t('match.add-to', { who })}
                      onClick={() => choose({ is: contact.id })}
                    >
                      {t('match.add')}
                    </button>
                  )}
                </li>
              )
            })}
          </ul>
          <div class="choices">
            {choices && (
              <button
                type="button"
                class="button"
                onClick={() => choose({ not: matches.map(({ contact }) => contact.id) })}
              >
                {t('match.another')}
              </button>
            )}
            <button type="button" class="button quiet" onClick={end}>
              {t('match.later')}
            </button>
          </div>
        </>
      )}
    </div>
  )
}
