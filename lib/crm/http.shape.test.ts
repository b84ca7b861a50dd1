import { expect, test, vi } from 'vitest'
import { ANSWER_LIMIT, createDoor, DoorError } from './http.ts'

/** What goes out and what comes in, to the letter; over a network that is played by hand. */

const CRM = { origin: 'https://crm.example.com', base: 'https://crm.example.com/team' }
const JSON_TYPE = { 'content-type': 'application/json' }

type Network = typeof fetch

const askOver = (network: Network, ask = {}) =>
  createDoor(network).ask(CRM, { method: 'GET', path: '/api/v1/me', ...ask })

const failing = (answer: Promise<unknown>) =>
  answer.then(
    () => undefined,
    (error: unknown) => error as DoorError,
  )

const MANNERS = {
  redirect: 'error',
  mode: 'cors',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
}

test('a question without token and body says just what it has to', async () => {
  const network = vi.fn<Network>(async () => new Response('{}', { headers: JSON_TYPE }))
  await askOver(network)
  expect(network.mock.calls).toEqual([
    [
      'https://crm.example.com/team/api/v1/me',
      {
        method: 'GET',
        headers: { Accept: 'application/json', 'Accept-Language': '*' },
        signal: expect.any(AbortSignal),
        ...MANNERS,
      },
    ],
  ])
  expect(network.mock.calls[0]?.[1]).not.toHaveProperty('body')
})

test('one with both says so, and nothing more', async () => {
  const network = vi.fn<Network>(async () => new Response('{}', { headers: JSON_TYPE }))
  await askOver(network, { method: 'POST', token: 'secret', body: { leads: [] } })
  expect(network.mock.calls[0]?.[1]).toEqual({
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Accept-Language': '*',
      Authorization: 'Bearer secret',
      'Content-Type': 'application/json',
    },
    signal: expect.any(AbortSignal),
    body: '{"leads":[]}',
    ...MANNERS,
  })
})

test('a large body says the same, whichever way it travels', async () => {
  const network = vi.fn<Network>(async () => Response.json({}))
  const body = { leads: ['Åse '.repeat(20_000)] }
  await askOver(network, { method: 'POST', body })
  const init = network.mock.calls[0]?.[1]
  expect(init?.body).toBeInstanceOf(Blob)
  const request = new Request('https://crm.example.com/', init)
  expect(request.headers.get('content-type')).toBe('application/json')
  expect(await request.json()).toEqual(body)
})

test.each([
  ['application/json', true],
  ['APPLICATION/JSON; charset=utf-8', true],
  ['application/problem+json', true],
  ['application/vnd.api+json', true],
  ['application/jsonp', false],
  ['text/json', false],
  ['x-application/json', false],
  ['application/ +json', false],
  ['text/html', false],
])('an answer of the type %s is JSON: %s', async (type, isJson) => {
  const network = async () => new Response('{"a":1}', { headers: { 'content-type': type } })
  if (isJson) expect((await askOver(network)).json).toEqual({ a: 1 })
  else expect(await failing(askOver(network))).toMatchObject({ code: 'not-json' })
})

test('an answer without a type is not JSON', async () => {
  const answer = new Response('{}')
  answer.headers.delete('content-type')
  expect(await failing(askOver(async () => answer))).toMatchObject({ code: 'not-json' })
})

test.each([
  ['nothing', 200, null],
  ['an empty text', 200, ''],
  ['half an object', 200, '{'],
])('%s beside a success is no answer', async (_, status, body) => {
  const network = async () => new Response(body, { status, headers: JSON_TYPE })
  expect(await failing(askOver(network))).toMatchObject({ code: 'not-json' })
})

test.each([
  ['nothing', null],
  ['an empty text', ''],
  ['half an object', '{'],
])('%s beside an error leaves the error', async (_, body) => {
  const network = async () => new Response(body, { status: 503, headers: JSON_TYPE })
  expect(await askOver(network)).toEqual({ status: 503, json: undefined, retryAfter: undefined })
})

test.each([
  ['a refused redirect', { type: 'opaqueredirect', status: 0 }, 'redirected'],
  ['what is just no redirect', { type: 'cors', status: 299 }, 'unreachable'],
  ['the first of the redirects', { type: 'cors', status: 300 }, 'redirected'],
  ['the last of the redirects', { type: 'cors', status: 399 }, 'redirected'],
  ['an error', { type: 'cors', status: 400 }, 'unreachable'],
  ['a success', { type: 'cors', status: 200 }, 'unreachable'],
])('after a silence, %s tells the cause', async (_, bare, code) => {
  const silence = new TypeError('Failed to fetch')
  const network = vi
    .fn<Network>()
    .mockRejectedValueOnce(silence)
    .mockResolvedValueOnce({ ...bare, body: null } as Response)
  const error = await failing(askOver(network, { method: 'POST', token: 'secret', body: {} }))
  expect(error).toMatchObject({ name: 'DoorError', code, cause: silence })
  expect(network.mock.calls[1]?.[1]).toEqual({
    ...MANNERS,
    redirect: 'manual',
    method: 'GET',
    signal: expect.any(AbortSignal),
  })
})

test('a time-out and an answer that does not parse say what caused them', async () => {
  vi.useFakeTimers()
  const aborted = new DOMException('', 'AbortError')
  const waiting = failing(
    askOver(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(aborted))
        }),
    ),
  )
  await vi.advanceTimersByTimeAsync(15_000)
  expect(await waiting).toMatchObject({ code: 'timeout', cause: aborted })
  vi.useRealTimers()
  const broken = await failing(askOver(async () => new Response('{', { headers: JSON_TYPE })))
  expect(broken?.cause).toBeInstanceOf(SyntaxError)
})

test.each([
  ['an answer', async () => new Response('{}', { headers: JSON_TYPE })],
  [
    'a silence',
    async () => {
      throw new TypeError('Failed to fetch')
    },
  ],
])('after %s no timer is left', async (_, network) => {
  vi.useFakeTimers()
  await failing(askOver(network as Network))
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

test('an answer may be just as large as the limit, and no larger', async () => {
  const ofSize = (size: number) => async () =>
    new Response(`"${'x'.repeat(size - 2)}"`, { headers: JSON_TYPE })
  expect((await askOver(ofSize(ANSWER_LIMIT))).json).toHaveLength(ANSWER_LIMIT - 2)
  const error = await failing(askOver(ofSize(ANSWER_LIMIT + 1)))
  expect(error).toBeInstanceOf(DoorError)
  expect(error).toMatchObject({ code: 'too-large' })
})

test('a letter that comes in two pieces is one letter', async () => {
  const bytes = new TextEncoder().encode('"Åse"')
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  expect((await askOver(async () => new Response(body, { headers: JSON_TYPE }))).json).toBe('Åse')
})
