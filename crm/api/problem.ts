import { STATUS_CODES } from 'node:http'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Problem } from '../../lib/crm/open/contract.ts'

/** Every way in which the API says no. The word is for programs and never changes its meaning. */
const STATUS_OF = {
  'malformed-json': 400,
  unauthorized: 401,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'unsupported-type': 415,
  'invalid-request': 422,
  'invalid-lead': 422,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<string, ContentfulStatusCode>

type ProblemCode = keyof typeof STATUS_OF

/** Thrown where a request can't be answered as it was asked; `app.ts` makes the answer of it. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly problem: Problem
  readonly status: ContentfulStatusCode
  readonly headers: Record<string, string>

  constructor(code: ProblemCode, detail: string, headers: Record<string, string> = {}) {
    super(detail)
    this.problem = problem(code, detail)
    this.status = STATUS_OF[code]
    this.headers = headers
  }
}

/** An RFC 9457 problem. `about:blank` says that the title is the status's own. */
export function problem(code: ProblemCode, detail: string): Problem {
  const status = STATUS_OF[code]
  return { type: 'about:blank', title: STATUS_CODES[status] ?? code, status, detail, code }
}

export function answerProblem(c: Context, { problem, status, headers }: Refusal): Response {
  return c.body(JSON.stringify(problem), status, {
    'content-type': 'application/problem+json',
    ...headers,
  })
}
