import type { AddressFault } from './address.ts'

/** What a test of a connection can find. Each has its sentence under `finding.<code>`. */
export const FINDING_CODES = [
  'connected',
  'bad-address',
  'not-https',
  'denied-host',
  'credentials-in-address',
  'token-missing',
  'bad-token',
  'redirected',
  'closed-or-silent',
  'data-off',
  'unreachable',
  'timeout',
  'login-wall',
  'token-rejected',
  'forbidden',
  'no-such-api',
  'other-version',
  'busy',
  'server-error',
  'bad-answer',
] as const satisfies readonly (AddressFault | string)[]

export type FindingCode = (typeof FINDING_CODES)[number]

export interface Finding {
  code: FindingCode
  /** Words for the sentence's placeholders, from the CRM's answer; plain text. */
  values?: Record<string, string> | undefined
}
