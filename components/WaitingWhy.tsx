import type { LeadState } from '../lib/store/leads.ts'
import { sentenceOf } from './problemWords.ts'
import { useWords } from './words.ts'

/** Why a lead waits and when it is tried next, if something went wrong; nothing while all is well. */
export function WaitingWhy({ lead }: { lead: Extract<LeadState, { is: 'waiting' }> }) {
  const words = useWords()
  if (lead.problem === undefined) return null
  const sentence = sentenceOf(words, lead.problem)
  if (lead.until === undefined) return sentence
  const time = new Intl.DateTimeFormat(words.tags, { timeStyle: 'short' }).format(lead.until)
  return words.t('state.waiting-until', { sentence, time })
}
