import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import { type Endpoint, parseAddress } from './address.ts'
import {
  ANSWER_LIMIT,
  createDoor,
  type DoorCode,
  DoorError,
  REQUEST_TIMEOUT,
  takeNetwork,
} from './http.ts'

const servers: Server[] = []

afterEach(() => {
  vi.useRealTimers()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A server on a free port of the loopback. @returns its endpoint and what it was asked */
async function serve(listener: RequestListener, host = '127.0.0.1') {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    listener(request, response)
  })
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { endpoint: endpointOf(`http://${host}:${port}`), asked }
}

function endpointOf(address: string): Endpoint {
  const parsed = parseAddress(address)
  if (!parsed.ok) throw new Error(parsed.fault)
  return parsed.endpoint
}

const door = createDoor(fetch)
const post = {
  method: 'POST',
  path: '/api/v1/leads/batch',
  token: 'secret',
  body: { leads: [] },
} as const

const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'no error',
    (error: unknown) => (error instanceof DoorError ? error.code : error),
  )

test('a request carries the token and the body, and brings the answer back', async () => {
  const seen: Record<string, unknown> = {}
  const { endpoint } = await serve((request, response) => {
    Object.assign(seen, request.headers)
    request.on('data', data => Object.assign(seen, { body: String(data) }))
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      response.end('{"results":[]}')
    })
  })
  const answer = await door.ask(endpoint, post)
  expect(answer).toEqual({ status: 200, json: { results: [] }, retryAfter: undefined })
  expect(seen).toMatchObject({
    authorization: 'Bearer secret',
    'accept-language': '*',
    body: '{"leads":[]}',
  })
  expect(seen).not.toHaveProperty('cookie')
  expect(seen).not.toHaveProperty('referer')
})

for (const status of [301, 302, 303, 307, 308]) {
  test.each(['the same host', 'another port', 'another host'])(
    `a ${status} to %s is not followed, and said to be one`,
    async target => {
      const second = await serve(
        (_, response) => response.end(),
        target === 'another host' ? 'localhost' : '127.0.0.1',
      )
      const first = await serve((request, response) => {
        const to =
          target === 'the same host' ? '/elsewhere' : `${second.endpoint.base}${request.url}`
        response.writeHead(status, { location: to })
        response.end()
      })
      expect(await codeOf(door.ask(first.endpoint, post))).toBe('redirected')
      expect(second.asked).toEqual([])
      expect(first.asked.filter(line => line.includes('elsewhere'))).toEqual([])
      expect(first.asked.filter(line => line.startsWith('POST'))).toHaveLength(1)
    },
  )
}

const json = { 'content-type': 'application/json' }

test.each<[string, DoorCode, RequestListener]>([
  [
    'a web page with status 200',
    'not-json',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<form>sign in</form>')
    },
  ],
  ['an empty answer', 'not-json', (_, response) => response.writeHead(200, json).end()],
  [
    'half an answer',
    'not-json',
    (_, response) => response.writeHead(200, json).end('{"results":['),
  ],
  [
    'more than we read',
    'too-large',
    (_, response) => {
      response.writeHead(200, json)
      const more = () => void response.write('x'.repeat(64 * 1024), () => more())
      more()
    },
  ],
  [
    'a bomb of zeros',
    'too-large',
    (_, response) => {
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' })
      response.end(gzipSync(Buffer.alloc(ANSWER_LIMIT * 20)))
    },
  ],
  ['a cut connection', 'unreachable', request => request.socket.destroy()],
])('%s is %s', async (_, code, listener) => {
  const { endpoint } = await serve(listener)
  expect(await codeOf(door.ask(endpoint, post))).toBe(code)
})

test('an answer that is nested ten thousand deep is only an answer', async () => {
  const deep = '['.repeat(10_000) + ']'.repeat(10_000)
  const { endpoint } = await serve((_, response) => response.writeHead(200, json).end(deep))
  expect(await door.ask(endpoint, post)).toMatchObject({ status: 200 })
})

test('an error status needs no JSON, and brings its Retry-After', async () => {
  const { endpoint } = await serve((_, response) => {
    response.writeHead(503, { 'content-type': 'text/html', 'retry-after': '7' })
    response.end('<h1>down</h1>')
  })
  const answer = await door.ask(endpoint, post)
  expect(answer).toEqual({ status: 503, json: undefined, retryAfter: '7' })
})

test('a server that says nothing is given up after the time-out', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { promise: arrived, resolve } = Promise.withResolvers<void>()
  const { endpoint } = await serve(() => resolve())
  const code = codeOf(door.ask(endpoint, post))
  await arrived
  await vi.advanceTimersByTimeAsync(REQUEST_TIMEOUT)
  expect(await code).toBe('timeout')
})

test('nobody there is unreachable', async () => {
  const { endpoint } = await serve((_, response) => response.end())
  await new Promise(resolve => servers[0]?.close(resolve))
  expect(await codeOf(door.ask(endpoint, post))).toBe('unreachable')
})

test.each(['two\nlines', 'a b', 'nøkkel', ''])(
  '%j is no token, and is not in the error',
  async token => {
    const error = await door
      .ask(endpointOf('https://crm.example.com'), { ...post, token })
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'bad-token', message: 'bad-token' })
  },
)

test('a path cannot lead to another host, nor a social network be reached', async () => {
  const never = createDoor(() => Promise.reject(new Error('went out')))
  const base = 'https://crm.example.com'
  const away = { ...post, path: '@evil.example/' }
  expect(await codeOf(never.ask({ origin: base, base }, away))).toBe('foreign-address')
  const social = { origin: 'https://www.linkedin.com', base: 'https://www.linkedin.com' }
  expect(await codeOf(never.ask(social, post))).toBe('denied-host')
})

test('whoever takes the network leaves none behind', async () => {
  const network = vi.fn<typeof fetch>(async () => Response.json({ api: 1 }))
  const scope = { fetch: network }
  const taken = takeNetwork(scope)
  expect(() => scope.fetch('https://crm.example.com')).toThrow('behind')
  const endpoint = endpointOf('https://crm.example.com')
  expect(await taken.ask(endpoint, { method: 'GET', path: '/' })).toMatchObject({
    json: { api: 1 },
  })
  expect(network).toHaveBeenCalledWith(
    'https://crm.example.com/',
    expect.objectContaining({
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    }),
  )
})
