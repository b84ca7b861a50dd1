import { expect, test } from 'vitest'
import { aSession } from '../../../tests/fakes/session.ts'
import type { Finding } from '../finding.ts'
import { type Answer, DoorError } from '../http.ts'
import { check } from './check.ts'

const me = {
  api: 1,
  crm: { name: 'Sample CRM', version: '1' },
  user: { id: '1', name: 'Sample Person' },
  limits: { batch: 100, bodyBytes: 100_000 },
}

test.each<[string, Partial<Answer> | Error, Finding]>([
  [
    'all well',
    { json: me },
    { code: 'connected', values: { crm: 'Sample CRM', user: 'Sample Person' } },
  ],
  ['another version', { json: { api: 2 } }, { code: 'other-version', values: { version: '2' } }],
  ['half an answer', { json: { api: 1 } }, { code: 'bad-answer' }],
  ['another API', { json: { ok: true } }, { code: 'no-such-api', values: { status: '200' } }],
  ['null', { json: null }, { code: 'no-such-api', values: { status: '200' } }],
  ['400', { status: 400 }, { code: 'no-such-api', values: { status: '400' } }],
  ['401', { status: 401 }, { code: 'token-rejected', values: { status: '401' } }],
  ['403', { status: 403 }, { code: 'forbidden', values: { status: '403' } }],
  ['404', { status: 404 }, { code: 'no-such-api', values: { status: '404' } }],
  ['418', { status: 418 }, { code: 'no-such-api', values: { status: '418' } }],
  ['429', { status: 429 }, { code: 'busy', values: { status: '429' } }],
  ['500', { status: 500 }, { code: 'server-error', values: { status: '500' } }],
  ['a redirect', new DoorError('redirected'), { code: 'redirected' }],
  ['a sign-in page', new DoorError('not-json'), { code: 'login-wall' }],
  ['no connection', new DoorError('unreachable'), { code: 'unreachable' }],
  ['silence', new DoorError('timeout'), { code: 'timeout' }],
  ['a flood', new DoorError('too-large'), { code: 'bad-answer' }],
])('%s is told', async (_, answer, finding) => {
  const { session, asked } = aSession(() => answer)
  expect(await check(session)).toEqual([finding])
  expect(asked).toEqual([{ method: 'GET', path: '/api/v1/me' }])
})
