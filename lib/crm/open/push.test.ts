import { expect, test } from 'vitest'
import { aLead, anItem } from '../../../tests/fakes/leads.ts'
import { aSession } from '../../../tests/fakes/session.ts'
import type { Lead } from '../../lead/schema.ts'
import { DoorError } from '../http.ts'
import { push } from './push.ts'

const collect = (session: Parameters<typeof push>[0], leads: Lead[]) =>
  Array.fromAsync(push(session, leads.map(anItem)))

test('each lead settles by its own result, whatever their order', async () => {
  const [good, bad, late, silent] = [aLead(), aLead(), aLead(), aLead()] as const
  const { session, asked } = aSession(() => ({
    json: {
      results: [
        {
          id: bad.id,
          status: 'rejected',
          problem: { type: 'about:blank', title: 'No', status: 422, detail: 'No such country' },
        },
        { id: late.id, status: 'rejected', problem: { type: 'x', title: 'Busy', status: 503 } },
        {
          id: good.id,
          status: 'created',
          card: { id: '7', url: 'https://crm.example.com/cards/7', name: 'Example', number: '1' },
          contact: { id: '70' },
        },
        { id: 'somebody-else', status: 'created' },
      ],
      more: 'fields than we know',
    },
  }))
  expect(await collect(session, [good, bad, late, silent])).toEqual([
    {
      leadId: good.id,
      revision: 1,
      ok: true,
      card: {
        ...{ id: '7', url: 'https://crm.example.com/cards/7' },
        ...{ name: 'Example', number: '1', contact: '70' },
      },
    },
    {
      leadId: bad.id,
      revision: 1,
      ok: false,
      problem: { code: 'rejected', detail: 'No such country' },
    },
    { leadId: late.id, revision: 1, ok: false, problem: { code: 'item-later', detail: 'Busy' } },
    { leadId: silent.id, revision: 1, ok: false, problem: { code: 'item-later' } },
  ])
  expect(asked).toEqual([
    { method: 'POST', path: '/api/v1/leads/batch', body: { leads: [good, bad, late, silent] } },
  ])
})

test('a link to somewhere else is not kept', async () => {
  const lead = aLead()
  const card = { id: '7', url: 'https://evil.example/cards/7' }
  const { session } = aSession(() => ({
    json: { results: [{ id: lead.id, status: 'updated', card }] },
  }))
  expect(await collect(session, [lead])).toMatchObject([{ ok: true, card: { id: '7' } }])
})

test('what is too large goes in halves, and one that is too large alone is said to be', async () => {
  const leads = [aLead(), aLead(), aLead()]
  const big = leads[1]?.id
  const { session, asked } = aSession(({ body }) => {
    const sent = (body as { leads: Lead[] }).leads
    if (sent.length > 1 || sent[0]?.id === big) return { status: 413 }
    return { json: { results: sent.map(({ id }) => ({ id, status: 'created' })) } }
  })
  const outcomes = await collect(session, leads)
  expect(outcomes.map(outcome => outcome.ok || outcome.problem.code)).toEqual([
    true,
    'too-large',
    true,
  ])
  expect(asked.map(({ body }) => (body as { leads: Lead[] }).leads.length)).toEqual([3, 2, 1, 1, 1])
})

test.each([
  ['a wrong token', { status: 401 }, { code: 'token-rejected' }],
  ['too many requests', { status: 429, retryAfter: '5' }, { code: 'busy' }],
  ['an error of the CRM', { status: 500 }, { code: 'server-error' }],
  ['a request that it does not understand', { status: 422 }, { code: 'other-version' }],
  ['an answer of another API', { json: { ok: true } }, { code: 'bad-answer' }],
  ['null', { json: null }, { code: 'bad-answer' }],
  ['a refused redirect', new DoorError('redirected'), { code: 'redirected' }],
  ['silence', new DoorError('timeout'), { code: 'timeout' }],
  ['a sign-in page', new DoorError('not-json'), { code: 'login-wall' }],
])('%s holds for every lead in the request', async (_, answer, problem) => {
  const { session } = aSession(() => answer)
  const outcomes = await collect(session, [aLead(), aLead()])
  expect(outcomes.map(outcome => !outcome.ok && outcome.problem)).toEqual([problem, problem])
})

test('a wait that the CRM asks for is handed on', async () => {
  const { session } = aSession(() => ({ status: 503, retryAfter: '120' }))
  expect(await collect(session, [aLead()])).toMatchObject([{ retryAfter: '120' }])
})

test('an error that is not of the door is a bug, and is not taken for weather', async () => {
  const { session } = aSession(() => new TypeError('bug'))
  await expect(collect(session, [aLead()])).rejects.toThrow('bug')
})

test.each([
  ['the first', [500, 429], 2, ['busy', 'busy', 'busy', 'busy']],
  [
    'the last',
    [500, 500, 401],
    3,
    ['item-later', 'token-rejected', 'token-rejected', 'token-rejected'],
  ],
])(
  'when %s that is tried alone meets what all would meet, no more is asked',
  async (_, statuses, count, codes) => {
    const left = [...statuses]
    const { session, asked } = aSession(() => ({ status: left.shift() ?? 200 }))
    const outcomes = await collect(session, [aLead(), aLead(), aLead(), aLead()])
    expect(outcomes.map(outcome => !outcome.ok && outcome.problem.code)).toEqual(codes)
    expect(asked).toHaveLength(count)
  },
)
