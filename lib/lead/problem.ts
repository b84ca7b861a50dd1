/**
 * What can stand between a promoted lead and its card. One table of codes; the sentences for people
 * are in the locales under `problem.<code>`, and say what happened, what it means for the lead and
 * what to do.
 *
 * `retry`: will trying again by itself help? Where it won't, the lead needs somebody.
 * `scope`: a problem of the CRM holds for every lead alike, so the others are not sent into it.
 */
export const PROBLEMS = {
  unreachable: { retry: true, scope: 'crm' },
  timeout: { retry: true, scope: 'crm' },
  busy: { retry: true, scope: 'crm' },
  'server-error': { retry: true, scope: 'crm' },
  'login-wall': { retry: true, scope: 'crm' },
  'bad-answer': { retry: true, scope: 'crm' },
  redirected: { retry: false, scope: 'crm' },
  'denied-host': { retry: false, scope: 'crm' },
  'bad-address': { retry: false, scope: 'crm' },
  'token-rejected': { retry: false, scope: 'crm' },
  forbidden: { retry: false, scope: 'crm' },
  'no-such-api': { retry: false, scope: 'crm' },
  'other-version': { retry: false, scope: 'crm' },
  'grant-missing': { retry: false, scope: 'crm' },
  'no-connection': { retry: false, scope: 'crm' },
  'other-connection': { retry: false, scope: 'lead' },
  rejected: { retry: false, scope: 'lead' },
  'too-large': { retry: false, scope: 'lead' },
  'item-later': { retry: true, scope: 'lead' },
} as const satisfies Record<string, { retry: boolean; scope: 'crm' | 'lead' }>

export type ProblemCode = keyof typeof PROBLEMS

export interface Problem {
  code: ProblemCode
  /** The CRM's own words about this lead, as plain text; at most 500 characters. */
  detail?: string
}

/** Whether trying again can help without anybody doing something. */
export const helpsToRetry = (problem: Problem) => PROBLEMS[problem.code].retry

/** Whether the problem is the CRM's, and so every lead's. */
export const isOfTheCrm = (problem: Problem) => PROBLEMS[problem.code].scope === 'crm'
