import type { Words } from '../lib/language/words.ts'
import type { Problem } from '../lib/lead/problem.ts'

/** What happened, what it means for the lead and what to do, with the CRM's own words if it had some. */
export function sentenceOf({ t }: Words, { code, detail }: Problem): string {
  const sentence = t(`problem.${code}`)
  return detail === undefined ? sentence : t('problem.with-detail', { sentence, detail })
}
