import type { ProblemCode } from '../lead/problem.ts'
import { DoorError } from './http.ts'

const STATUS_PROBLEMS: Record<number, ProblemCode> = {
  401: 'token-rejected',
  402: 'forbidden',
  403: 'forbidden',
  404: 'no-such-api',
  405: 'no-such-api',
  406: 'no-such-api',
  408: 'timeout',
  409: 'busy',
  410: 'no-such-api',
  413: 'too-large',
  415: 'no-such-api',
  421: 'busy',
  425: 'busy',
  426: 'other-version',
  429: 'busy',
  511: 'login-wall',
}

/**
 * The problem that a status stands for, from 100 to 599.
 *
 * @returns `undefined` for 2xx, which is no problem, and for 400 and 422, which only the body of
 *   the answer explains
 */
export function problemOfStatus(status: number): ProblemCode | undefined {
  const known = STATUS_PROBLEMS[status]
  if (known !== undefined) return known
  if (status >= 200 && status < 300) return undefined
  if (status >= 500) return 'server-error'
  if (status >= 300 && status < 400) return 'redirected'
  return status >= 400 ? undefined : 'bad-answer'
}

const DOOR_PROBLEMS: Record<DoorError['code'], ProblemCode> = {
  'denied-host': 'denied-host',
  'foreign-address': 'bad-address',
  'bad-token': 'token-rejected',
  unreachable: 'unreachable',
  redirected: 'redirected',
  timeout: 'timeout',
  'too-large': 'bad-answer',
  'not-json': 'login-wall',
  'grant-missing': 'grant-missing',
  'data-off': 'data-off',
}

/** The problem that a refusal of the door stands for. @throws what isn't a refusal of the door */
export function problemOfRefusal(error: unknown): ProblemCode {
  if (error instanceof DoorError) return DOOR_PROBLEMS[error.code]
  throw error
}
