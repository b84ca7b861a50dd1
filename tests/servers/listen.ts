import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it came in; its body has been read to the end. */
export interface Heard {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** Milliseconds since the epoch. */
  readonly at: number
}

/** For handlers that don't look at the request. */
export const UNHEARD: Heard = { method: 'POST', path: '/', headers: {}, body: '', at: 0 }

export type Handle = (heard: Heard, response: ServerResponse) => unknown

export interface Listening {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string
  readonly port: number
  /** Every request, preflights too. */
  readonly heard: readonly Heard[]
  /** How many connections were made, with a request or without. */
  connections(): number
  /** Ends it and everything that is still connected. */
  close(): Promise<void>
}

/** Serves on a free port of this machine, and writes down what it hears. */
export async function listen(handle: Handle): Promise<Listening> {
  const heard: Heard[] = []
  let connections = 0
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const at = Date.now()
    const chunks: Buffer[] = []
    try {
      for await (const chunk of request) chunks.push(chunk)
    } catch {
      return // the client went away in the middle of its request
    }
    const one = { method, path: url, headers, body: Buffer.concat(chunks).toString(), at }
    heard.push(one)
    response.on('error', () => response.destroy())
    await handle(one, response)
  })
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    heard,
    connections: () => connections,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** The address of a port on which nothing listens. */
export async function silentAddress(): Promise<string> {
  const { address, close } = await listen(() => undefined)
  await close()
  return address
}
