import { isDeniedHost } from '../privacy/denied.ts'
import type { Endpoint } from './address.ts'

/**
 * The one door: no other module of the extension speaks to the network. It goes to the endpoint
 * that it is handed and nowhere else, carries no cookies, follows no redirect, waits no longer than
 * it has to, reads no more than it has to, and takes JSON only.
 */

/** A request that has had no whole answer after this many milliseconds is given up. */
export const REQUEST_TIMEOUT = 15_000

/** The largest answer that is read, in bytes after decompression. */
export const ANSWER_LIMIT = 512 * 1024

export type DoorCode =
  | 'denied-host'
  | 'foreign-address'
  | 'bad-token'
  | 'unreachable'
  | 'redirected'
  | 'timeout'
  | 'too-large'
  | 'not-json'
  | 'grant-missing'
  | 'data-off'

/** Why the door gave no answer. Holds neither the address, the token nor anything that was sent. */
export class DoorError extends Error {
  override name = 'DoorError'
  readonly code: DoorCode

  constructor(code: DoorCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

export interface Ask {
  method: 'GET' | 'POST'
  /** Below the endpoint's base, with a slash in front. */
  path: string
  token?: string
  /** Sent as JSON. */
  body?: unknown
}

export interface Answer {
  status: number
  /** The parsed body; `undefined` where there was none, or none in JSON beside an error status. */
  json: unknown
  /** The header as it came: seconds or a date. */
  retryAfter: string | undefined
}

export interface Door {
  /**
   * @returns the CRM's answer, whatever its status
   * @throws {DoorError} where there is no answer that could be used
   */
  ask(endpoint: Endpoint, ask: Ask): Promise<Answer>
}

type Network = typeof fetch

/**
 * Takes the network out of a scope and puts it behind a door: afterwards the scope's own way out
 * throws, for us and for every library. To be called before any other module has run.
 */
export function takeNetwork(scope: { fetch: Network }): Door {
  const network = scope.fetch.bind(scope)
  scope.fetch = () => {
    throw new Error('The network is behind lib/crm/http.ts.')
  }
  return createDoor(network)
}

/** The door over a given network, for the worker and for tests. */
export function createDoor(network: Network): Door {
  return {
    async ask(endpoint, { method, path, token, body }) {
      const url = addressOf(endpoint, path)
      const limit = new AbortController()
      const timer = setTimeout(() => limit.abort(), REQUEST_TIMEOUT)
      try {
        const response = await network(url, {
          ...{ method, headers: headersOf(token, body), signal: limit.signal },
          ...(body === undefined ? {} : { body: bodyOf(body) }),
          ...{ redirect: 'error', ...FIXED },
        })
        return await read(response)
      } catch (error) {
        if (error instanceof DoorError) throw error
        if (limit.signal.aborted) throw new DoorError('timeout', { cause: error })
        throw new DoorError(await causeOf(network, url, limit.signal), { cause: error })
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

const FIXED = {
  mode: 'cors',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
} as const

/** From so many UTF-16 code units on, a body travels as a blob. */
const LARGE = 32 * 1024

/**
 * Browsers hand a text on to the network's process by copying it several times; a large blob they
 * only refer to, which takes three fifths of the time (`npm run bench -- sync`).
 */
function bodyOf(body: unknown): string | Blob {
  const text = JSON.stringify(body)
  return text.length < LARGE ? text : new Blob([text])
}

function addressOf(endpoint: Endpoint, path: string): string {
  const url = new URL(endpoint.base + path)
  if (isDeniedHost(url.hostname)) throw new DoorError('denied-host')
  if (url.origin !== endpoint.origin) throw new DoorError('foreign-address')
  return url.href
}

/** Whether it could be a token: a line break in a header would end up in an error, quoted. */
export const isToken = (text: string) => /^[\x21-\x7e]+$/.test(text)

function headersOf(token: string | undefined, body: unknown): Record<string, string> {
  if (token !== undefined && !isToken(token)) throw new DoorError('bad-token')
  return {
    Accept: 'application/json',
    // The browser would tell which languages this person reads.
    'Accept-Language': '*',
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  }
}

/**
 * A refused redirect and no connection are the same `TypeError`. A bare request without token and
 * body, which stops at a redirect rather than follow it, tells them apart where the browser lets us
 * see it.
 */
async function causeOf(network: Network, url: string, signal: AbortSignal): Promise<DoorCode> {
  try {
    const bare = await network(url, { method: 'GET', redirect: 'manual', signal, ...FIXED })
    await bare.body?.cancel()
    const redirects = bare.type === 'opaqueredirect' || (bare.status >= 300 && bare.status < 400)
    return redirects ? 'redirected' : 'unreachable'
  } catch {
    return 'unreachable' // the same silence again: nothing more is to be learnt
  }
}

async function read(response: Response): Promise<Answer> {
  const text = await readText(response)
  const retryAfter = response.headers.get('retry-after') ?? undefined
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/i.test(
    response.headers.get('content-type') ?? '',
  )
  if (response.ok && (!isJson || text === '')) throw new DoorError('not-json')
  return {
    status: response.status,
    json: isJson ? parse(text, response.ok) : undefined,
    retryAfter,
  }
}

function parse(text: string, required: boolean): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // Beside an error status the status alone says enough.
    if (required) throw new DoorError('not-json', { cause: error })
    return undefined
  }
}

/** Counts while it reads: a length header is a claim, and compressed bytes are not the answer's. */
async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (reader === undefined) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > ANSWER_LIMIT) {
      await reader.cancel()
      throw new DoorError('too-large')
    }
    text += decoder.decode(value, { stream: true })
  }
}
