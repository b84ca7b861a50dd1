import * as z from 'zod/mini'
import type { Session } from '../connector.ts'
import { FINDING_CODES, type Finding, type FindingCode } from '../finding.ts'
import { type Answer, DoorError } from '../http.ts'
import { problemOfStatus } from '../status.ts'
import { API_VERSION, meSchema } from './contract.ts'

const DOOR_FINDINGS: Record<DoorError['code'], FindingCode> = {
  'denied-host': 'denied-host',
  'foreign-address': 'bad-address',
  'bad-token': 'bad-token',
  unreachable: 'unreachable',
  redirected: 'redirected',
  timeout: 'timeout',
  'too-large': 'bad-answer',
  'not-json': 'login-wall',
  'grant-missing': 'closed-or-silent',
  'data-off': 'data-off',
}

/** Asks the endpoint who we are, which is all that it takes to know whether leads would arrive. */
export async function check(session: Session): Promise<Finding[]> {
  try {
    return [findingOf(await session.ask({ method: 'GET', path: '/api/v1/me' }))]
  } catch (error) {
    if (error instanceof DoorError) return [{ code: DOOR_FINDINGS[error.code] }]
    throw error
  }
}

function findingOf({ status, json }: Answer): Finding {
  const problem = problemOfStatus(status)
  const code = FINDING_CODES.find(known => known === problem)
  if (code !== undefined) return { code, values: { status: String(status) } }
  if (status >= 300) return { code: 'no-such-api', values: { status: String(status) } }
  const versioned = z.object({ api: z.number() }).safeParse(json)
  if (!versioned.success) return { code: 'no-such-api', values: { status: String(status) } }
  if (versioned.data.api !== API_VERSION) {
    return { code: 'other-version', values: { version: String(versioned.data.api) } }
  }
  const me = meSchema.safeParse(json)
  if (!me.success) return { code: 'bad-answer' }
  return { code: 'connected', values: { crm: me.data.crm.name, user: me.data.user.name } }
}
