import type { DeskState } from '../lib/desk/state.ts'
import { isEmpty } from '../lib/lead/draft.ts'
import { sentenceOf } from './problemWords.ts'
import { useWords } from './words.ts'

/**
 * Where the person on the form stands, in one line that a screen reader says once for each change.
 */
export function Standing({ state }: { state: DeskState }) {
  const words = useWords()
  const { t } = words
  const { lead } = state
  // Until the promotion is on disk it is no promotion, and a window that closes now leaves a draft.
  if (lead.is === 'draft' || lead.is === 'promoting') {
    return isEmpty(state.draft) || !state.isKept ? null : t('state.draft-kept')
  }
  if (lead.is === 'waiting') return t('state.waiting')
  if (lead.is === 'sending') return t('state.sending')
  if (lead.is === 'needs-you') {
    return t('state.needs-you', { reason: sentenceOf(words, lead.problem) })
  }
  if (lead.card?.url === undefined) return t('state.on-card')
  return (
    <a href={lead.card.url} target="_blank" rel="noopener noreferrer">
      {t('state.on-card')}
    </a>
  )
}
