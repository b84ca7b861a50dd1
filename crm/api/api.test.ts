import { describe, expect, it, vi } from 'vitest'
import {
  BATCH_LIMIT,
  BODY_LIMIT,
  batchAnswerSchema,
  matchAnswerSchema,
  meSchema,
  problemSchema,
} from '../../lib/crm/open/contract.ts'
import { aLead, revised } from '../testing/a-lead.ts'
import { anApp, TOKEN } from '../testing/an-app.ts'

const app = anApp()
const send = async (leads: unknown[], headers?: Record<string, string>) =>
  batchAnswerSchema.parse(await (await app.api('/leads/batch', { leads }, headers)).json()).results

it('says who the token belongs to, and its limits', async () => {
  const answer = await app.api('/me')
  expect(meSchema.parse(await answer.json())).toMatchObject({
    api: 1,
    user: { name: 'The owner' },
    limits: { batch: BATCH_LIMIT, bodyBytes: BODY_LIMIT },
  })
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

describe('what is refused, as a problem with a word for programs', () => {
  const json = { 'content-type': 'application/json' }
  const auth = { authorization: `Bearer ${TOKEN}` }
  const post = (body: unknown, headers: Record<string, string>) => ({
    method: 'POST',
    body,
    headers,
  })

  it.each<[string, string, Parameters<typeof app.request>[1], number, string]>([
    ['no token', '/api/v1/me', {}, 401, 'unauthorized'],
    [
      'a wrong token',
      '/api/v1/me',
      { headers: { authorization: 'Bearer no' } },
      401,
      'unauthorized',
    ],
    ['another scheme', '/api/v1/me', { headers: { authorization: TOKEN } }, 401, 'unauthorized'],
    ['an unknown path', '/api/v1/cards', { headers: auth }, 404, 'not-found'],
    ['another method', '/api/v1/me', post('{}', { ...auth, ...json }), 405, 'method-not-allowed'],
    ['GET for a batch', '/api/v1/leads/batch', { headers: auth }, 405, 'method-not-allowed'],
    [
      'a form',
      '/api/v1/matches',
      post('a=b', { ...auth, 'content-type': 'text/plain' }),
      415,
      'unsupported-type',
    ],
    ['no type', '/api/v1/matches', post(new Uint8Array([123, 125]), auth), 415, 'unsupported-type'],
    [
      'a compressed body',
      '/api/v1/matches',
      post('{}', { ...auth, ...json, 'content-encoding': 'gzip' }),
      415,
      'unsupported-type',
    ],
    [
      'half a JSON',
      '/api/v1/matches',
      post('{"email":', { ...auth, ...json }),
      400,
      'malformed-json',
    ],
    [
      'broken UTF-8',
      '/api/v1/matches',
      post(new Uint8Array([0x22, 0xff, 0x22]), { ...auth, ...json }),
      400,
      'malformed-json',
    ],
    [
      'an empty batch',
      '/api/v1/leads/batch',
      post({ leads: [] }, { ...auth, ...json }),
      422,
      'invalid-request',
    ],
    [
      'too many leads',
      '/api/v1/leads/batch',
      post({ leads: Array(BATCH_LIMIT + 1).fill({}) }, { ...auth, ...json }),
      422,
      'invalid-request',
    ],
    [
      'an unknown field',
      '/api/v1/matches',
      post({ secret: 1 }, { ...auth, ...json }),
      422,
      'invalid-request',
    ],
    [
      'too large',
      '/api/v1/matches',
      post(' '.repeat(BODY_LIMIT + 1), { ...auth, ...json }),
      413,
      'too-large',
    ],
    [
      'a foreign page to lead to',
      '/api/v1/sign-in-links',
      post({ next: '//evil.example' }, { ...auth, ...json }),
      422,
      'invalid-request',
    ],
  ])('%s', async (_, path, asked, status, code) => {
    const answer = await app.request(path, asked)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(problemSchema.parse(await answer.json())).toMatchObject({ status, code })
  })

  it('asks for a token, and says which method is possible', async () => {
    const unsigned = await app.request('/api/v1/me')
    expect(unsigned.headers.get('www-authenticate')).toMatch(/^Bearer/)
    const wrong = await app.request('/api/v1/matches', { headers: auth })
    expect(wrong.headers.get('allow')).toBe('POST')
  })

  it('counts a body that does not say how long it is', async () => {
    const parts = { pulled: 0 }
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        parts.pulled += 1
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20))
      },
    })
    const request = new Request('http://crm.example/api/v1/matches', {
      method: 'POST',
      body: endless,
      headers: { ...auth, ...json },
      duplex: 'half',
    } as RequestInit)
    expect((await app.send(request)).status).toBe(413)
    expect(parts.pulled).toBeLessThan(BODY_LIMIT / (64 * 1024) + 5)
  })

  it('tells nothing of what went wrong inside, and writes it down without values', async () => {
    vi.spyOn(app.db(), 'selectFrom').mockImplementation(() => {
      throw new Error('a secret value')
    })
    const answer = await app.api('/me')
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toMatch(/secret|\.ts|at /)
    expect(app.lines.join('\n')).toMatch(/^fault: Error\n\s+at /)
    expect(app.lines.join('\n')).not.toContain('secret')
  })

  it('says when to try again while the database is away', async () => {
    vi.spyOn(app.db(), 'selectFrom').mockImplementation(() => {
      throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
    })
    const answer = await app.api('/leads/batch', { leads: [aLead()] })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await answer.json()).toMatchObject({ code: 'unavailable' })
  })
})

describe('a batch', () => {
  it('answers each lead in its place, and lets good ones through beside bad ones', async () => {
    const [first, last] = [aLead(), aLead({ company: { name: 'Other Example' } })]
    const bad = { ...aLead(), person: { name: '', emails: ['nonsense'], phones: [] }, secret: 1 }
    const results = await send([first, bad, 'no lead at all', last])
    expect(results.map(result => [result.id, result.status])).toEqual([
      [first.id, 'created'],
      [bad.id, 'rejected'],
      ['', 'rejected'],
      [last.id, 'created'],
    ])
    expect(results[1]?.problem).toMatchObject({ status: 422, code: 'invalid-lead' })
    expect(results[1]?.problem?.detail).toContain('person.name, person.emails.0, an unknown field')
    expect(JSON.stringify(results[1]?.problem)).not.toMatch(/nonsense|secret/)
  })

  it('is safe to send again', async () => {
    const leads = [aLead(), aLead({ company: { name: 'Other Example' } })]
    const once = await send(leads)
    const again = await send(leads)
    expect(again).toEqual(once.map(result => ({ ...result, status: 'unchanged' })))
  })

  it('takes two revisions of a lead, and two leads of a company, in one request', async () => {
    const lead = aLead({ company: { number: '923609016' } })
    const results = await send([lead, revised(lead), lead, aLead()])
    expect(results.map(result => result.status)).toEqual([
      'created',
      'updated',
      'unchanged',
      'created',
    ])
    expect(new Set(results.map(result => result.card?.id)).size).toBe(1)
  })

  it('goes on behind a lead that the database refuses', async () => {
    const poison = aLead()
    vi.spyOn(app.db(), 'transaction').mockImplementationOnce(() => {
      throw Object.assign(new Error('refused'), { code: '22000' })
    })
    const results = await send([poison, aLead()])
    expect(results.map(result => result.status)).toEqual(['rejected', 'created'])
    expect(results[0]?.problem).toMatchObject({ status: 500, code: 'internal' })
  })

  it.each<[string, Record<string, string>, string]>([
    ['the address that was asked', {}, 'http://crm.example:8787/cards/'],
    ['https behind a proxy', { 'x-forwarded-proto': 'https' }, 'https://crm.example:8787/cards/'],
    ['no other scheme', { 'x-forwarded-proto': 'javascript' }, 'http://crm.example:8787/cards/'],
  ])('links to the card under %s', async (_, headers, start) => {
    const [result] = await send([aLead()], headers)
    expect(result?.card?.url).toBe(`${start}${result?.card?.id}`)
  })
})

it('finds people by e-mail, and says where', async () => {
  const [made] = await send([aLead({ person: { emails: ['sample@example.com'] } })])
  const answer = await app.api('/matches', { email: 'SAMPLE@example.com' })
  expect(matchAnswerSchema.parse(await answer.json())).toEqual({
    matches: [
      { card: made?.card, contact: { ...made?.contact, name: 'Sample Person' }, why: 'email' },
    ],
    choices: true,
  })
})

it('says of each lead what its card is called and which contact it is', async () => {
  const lead = aLead({ company: { number: '923609016' } })
  const [made] = await send([lead])
  expect(made?.card).toMatchObject({ name: 'Example AS', number: '923609016' })
  const [other, rejected, again] = await send([
    aLead({ company: { name: 'Other AS' }, contact: { is: made?.contact?.id } }),
    { ...aLead(), contact: { is: 7 } },
    lead,
  ])
  expect(other).toMatchObject({ card: made?.card, contact: made?.contact })
  expect(rejected).toMatchObject({ status: 'rejected', problem: { code: 'invalid-lead' } })
  expect(again).toEqual({ ...made, status: 'unchanged' })
})

describe('extensions ask across origins', () => {
  const preflight = (origin: string) =>
    app.request('/api/v1/leads/batch', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    })

  it.each([
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'moz-extension://0b1c2d3e-0000-4000-8000-000000000000',
    'safari-web-extension://0B1C2D3E-0000-4000-8000-000000000000',
  ])('%s may', async origin => {
    const { status, headers } = await preflight(origin)
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-origin')).toBe(origin)
    expect(headers.get('access-control-allow-headers')).toBe('Authorization,Content-Type')
    expect(headers.get('access-control-allow-methods')).toBe('GET,POST')
    expect(headers.get('access-control-max-age')).toBe('600')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    const refused = await app.request('/api/v1/me', { headers: { origin } })
    expect(refused.headers.get('access-control-allow-origin')).toBe(origin)
    expect(refused.headers.get('vary')).toContain('Origin')
  })

  it.each([
    'https://example.com',
    'null',
    'https://chrome-extension://abc',
    'chrome-extension://a.example',
  ])('%s may not', async origin => {
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull()
  })
})

it('is healthy while its database answers', async () => {
  expect(await (await app.request('/healthz')).json()).toEqual({ status: 'ok' })
})

it('logs a line a request without personal data', async () => {
  await app.request('/?q=sample@example.com')
  await app.request('/cards/0b1c2d3e-0000-4000-8000-000000000000')
  await app.api('/me')
  expect(app.lines.map(line => line.replace(/\d+ ms$/, 'N ms'))).toEqual([
    'GET / 303 N ms',
    'GET /cards/:id 303 N ms',
    'GET /api/v1/me 200 N ms',
  ])
})
