import type { WordKey, Words } from '../lib/language/words.ts'
import type { Problem, ProblemCode } from '../lib/lead/problem.ts'

const PROBLEM_WORDS: Record<ProblemCode, WordKey> = {
  unreachable: 'problem.unreachable',
  timeout: 'problem.timeout',
  busy: 'problem.busy',
  'server-error': 'problem.server-error',
  'login-wall': 'problem.login-wall',
  'bad-answer': 'problem.bad-answer',
  redirected: 'problem.redirected',
  'denied-host': 'problem.denied-host',
  'bad-address': 'problem.bad-address',
  'token-rejected': 'problem.token-rejected',
  forbidden: 'problem.forbidden',
  'no-such-api': 'problem.no-such-api',
  'other-version': 'problem.other-version',
  'grant-missing': 'problem.grant-missing',
  'no-connection': 'problem.no-connection',
  'other-connection': 'problem.other-connection',
  rejected: 'problem.rejected',
  'too-large': 'problem.too-large',
  'item-later': 'problem.item-later',
  'kept-failing': 'problem.kept-failing',
  'unclear-step': 'problem.unclear-step',
}

/** What happened, what it means for the lead and what to do, with the CRM's own words if it had some. */
export function sentenceOf({ t }: Words, { code, detail }: Problem): string {
  const sentence = t(PROBLEM_WORDS[code])
  return detail === undefined ? sentence : t('problem.with-detail', { sentence, detail })
}
