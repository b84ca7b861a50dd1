import type { LeadState } from '../lib/store/leads.ts'
import { sentenceOf } from './problemWords.ts'
import { StateIcon } from './StateIcon.tsx'
import { WaitingWhy } from './WaitingWhy.tsx'
import { useWords } from './words.ts'

/** A lead's state in the list: its word, and beneath it why and what to do, where that matters. */
export function LeadStateCell({ state }: { state: LeadState }) {
  const words = useWords()
  const { t } = words
  return (
    <>
      <span class="state" data-is={state.is}>
        <StateIcon is={state.is} />
        {state.is === 'draft' && t('state.draft')}
        {state.is === 'waiting' && t('state.waiting')}
        {state.is === 'sending' && t('state.sending')}
        {state.is === 'needs-you' && t('state.needs-you-short')}
        {state.is === 'on-card' &&
          (state.card?.url === undefined ? (
            t('state.on-card')
          ) : (
            <a href={state.card.url} target="_blank" rel="noopener noreferrer">
              {t('state.on-card')}
            </a>
          ))}
      </span>
      {state.is === 'needs-you' && <p class="small">{sentenceOf(words, state.problem)}</p>}
      {state.is === 'waiting' && (
        <p class="small muted">
          <WaitingWhy lead={state} />
        </p>
      )}
    </>
  )
}
