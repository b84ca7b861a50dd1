import { openCalls } from './calls.ts'

/** One target's own conversation: a page, a popup, a worker, or the browser itself. */
export interface CdpSession {
  /** Sends a command. @throws with the browser's message when it refuses */
  send<T = Record<string, unknown>>(method: string, params?: object): Promise<T>
  /** Listens to an event; the function that comes back ends it. */
  on(method: string, listener: (params: never) => void): () => void
}

export interface CdpConnection extends CdpSession {
  /** The same connection, speaking to a target that was attached with `flatten: true`. */
  session(sessionId: string): CdpSession
  close(): void
}

/**
 * Connects to a Chromium's DevTools protocol with nothing between. Playwright attaches to every
 * worker, and an attached worker is never stopped; this attaches to what it is told to.
 * @param url the `ws://…` address that the browser printed
 */
export async function connectCdp(url: string): Promise<CdpConnection> {
  const listeners = new Map<string, Set<(params: never) => void>>()
  const keyOf = (sessionId: string | undefined, method = '') => `${sessionId ?? ''} ${method}`
  const { call, close } = await openCalls(url, ({ sessionId, method, params }) => {
    for (const listen of listeners.get(keyOf(sessionId, method)) ?? []) listen(params as never)
  })

  const session = (sessionId?: string): CdpSession => ({
    send: (method, params = {}) => call({ sessionId, method, params }),
    on(method, listener) {
      const key = keyOf(sessionId, method)
      const own = listeners.get(key) ?? new Set()
      listeners.set(key, own.add(listener))
      return () => own.delete(listener)
    },
  })

  return { ...session(), session, close }
}
