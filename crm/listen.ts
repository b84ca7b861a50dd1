import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { isErrno } from './folder/errno.ts'
import { StartError } from './start-error.ts'
import type { Checked } from './world.ts'

/** How long running requests get at the end. */
const GRACE_MS = 10_000

/**
 * Serves the app.
 *
 * @returns its address, and what ends it after the running requests
 * @throws StartError when the port is taken or isn't ours to take
 */
export async function listen(
  app: Hono<Checked>,
  { host, port }: { host: string; port: number },
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false })
  if (!('closeIdleConnections' in server)) throw new Error('this is not an HTTP/1.1 server')
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(asStartError(error, host, port)))
    server.listen(port, host, resolve)
  })
  return {
    url: `http://${asHost(server.address(), host)}`,
    async close() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      // A connection that is kept alive would hold the server open after its last request.
      const sweep = setInterval(() => server.closeIdleConnections(), 50)
      const force = setTimeout(() => server.closeAllConnections(), GRACE_MS)
      await closed
      clearInterval(sweep)
      clearTimeout(force)
    },
  }
}

function asStartError(error: Error, host: string, port: number): Error {
  if (isErrno(error, 'EADDRINUSE')) {
    return new StartError(`Port ${port} on ${host} is taken: set PORT to another one, or to 0.`)
  }
  if (isErrno(error, 'EACCES'))
    return new StartError(`Port ${port} needs more rights than we have.`)
  if (isErrno(error, 'EADDRNOTAVAIL') || isErrno(error, 'ENOTFOUND')) {
    return new StartError(`HOST ${host} is not an address of this machine.`)
  }
  return error
}

/** An address that can be visited: "all of this machine's" is not one. */
function asHost(address: AddressInfo | string | null, host: string): string {
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const visited = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host
  return `${visited.includes(':') ? `[${visited}]` : visited}:${address.port}`
}
