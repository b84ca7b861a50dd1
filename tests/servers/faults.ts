import type { Handle, Heard } from './listen.ts'

/** What servers do that a CRM should not do: each is a handler, to be combined with `forExtensions`. */

/**
 * Lets extensions read what a handler answers, and answers their preflights itself, as a CRM that is
 * open to them does.
 */
export function forExtensions(handle: Handle): Handle {
  return (heard, response) => {
    response.setHeader('access-control-allow-origin', heard.headers.origin ?? '*')
    response.setHeader('access-control-allow-headers', 'authorization, content-type')
    response.setHeader('access-control-allow-methods', 'GET, POST')
    response.setHeader('access-control-expose-headers', 'retry-after')
    if (heard.method === 'OPTIONS') return response.writeHead(204).end()
    return handle(heard, response)
  }
}

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Handle =>
  (_heard, response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body))

export const html =
  (status: number, body = '<!doctype html><title>Sign in</title><h1>Sign in</h1>'): Handle =>
  (_heard, response) =>
    response.writeHead(status, { 'content-type': 'text/html' }).end(body)

/** @param to where it leads, by the path that was asked for */
export const redirect =
  (status: number, to: (heard: Heard) => string): Handle =>
  (heard, response) =>
    response.writeHead(status, { location: to(heard) }).end()

/** Takes the request and never answers. */
export const hang: Handle = () => undefined

/** Begins an answer in JSON, and sends a byte of it each second. */
export const drip: Handle = (_heard, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{')
  const timer = setInterval(() => response.write(' '), 1000)
  response.on('close', () => clearInterval(timer))
}

/** Answers with a gigabyte of JSON, as fast as it is taken. */
export const flood: Handle = (_heard, response) => {
  const chunk = Buffer.alloc(1024 * 1024, ' ')
  let left = 1024
  response.writeHead(200, { 'content-type': 'application/json' })
  const pour = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1
      if (!response.write(chunk)) return
    }
    response.end()
  }
  response.on('drain', pour)
  pour()
}
