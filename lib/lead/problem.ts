/**
 * What can stand between a promoted lead and its card. One table of codes; the sentences for people
 * are in the locales under `problem.<code>`, and say what happened, what it means for the lead and
 * what to do.
 *
 * `retry`: will trying again by itself help? Where it won't, the lead needs somebody.
 * `scope`: a problem of the CRM holds for every lead alike, so the others are not sent into it.
 * `unclear`: may the request have done its work all the same? Then nobody knows, and it is looked up
 * before it is sent again where that could double it.
 */
export const PROBLEMS = {
  unreachable: { retry: true, scope: 'crm', unclear: true },
  timeout: { retry: true, scope: 'crm', unclear: true },
  busy: { retry: true, scope: 'crm', unclear: false },
  'server-error': { retry: true, scope: 'crm', unclear: true },
  'login-wall': { retry: true, scope: 'crm', unclear: true },
  'bad-answer': { retry: true, scope: 'crm', unclear: true },
  redirected: { retry: false, scope: 'crm', unclear: false },
  'denied-host': { retry: false, scope: 'crm', unclear: false },
  'bad-address': { retry: false, scope: 'crm', unclear: false },
  'token-rejected': { retry: false, scope: 'crm', unclear: false },
  forbidden: { retry: false, scope: 'crm', unclear: false },
  'no-such-api': { retry: false, scope: 'crm', unclear: false },
  'other-version': { retry: false, scope: 'crm', unclear: false },
  'grant-missing': { retry: false, scope: 'crm', unclear: false },
  'data-off': { retry: false, scope: 'crm', unclear: false },
  'no-connection': { retry: false, scope: 'crm', unclear: false },
  'other-connection': { retry: false, scope: 'lead', unclear: false },
  rejected: { retry: false, scope: 'lead', unclear: false },
  'too-large': { retry: false, scope: 'lead', unclear: false },
  'item-later': { retry: true, scope: 'lead', unclear: true },
  'kept-failing': { retry: false, scope: 'lead', unclear: true },
  'unclear-step': { retry: false, scope: 'lead', unclear: true },
} as const satisfies Record<string, { retry: boolean; scope: 'crm' | 'lead'; unclear: boolean }>

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

/** Whether the request may have done its work although it ended with this. */
export const isUnclear = (problem: Problem) => PROBLEMS[problem.code].unclear
