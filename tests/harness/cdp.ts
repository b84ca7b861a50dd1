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

interface Message {
  id?: number
  sessionId?: string
  method?: string
  params?: never
  result?: never
  error?: { message: string }
}

interface Pending {
  resolve(result: never): void
  reject(error: Error): void
}

/**
 * Connects to a Chromium's DevTools protocol with nothing between. Playwright attaches to every
 * worker, and an attached worker is never stopped; this attaches to what it is told to.
 * @param url the `ws://…` address that the browser printed
 */
export async function connectCdp(url: string): Promise<CdpConnection> {
  const socket = new WebSocket(url)
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', () => reject(new Error(`No DevTools at ${url}`)))
  })

  const pending = new Map<number, Pending>()
  const listeners = new Map<string, Set<(params: never) => void>>()
  let lastId = 0

  const keyOf = (sessionId: string | undefined, method: string) => `${sessionId ?? ''} ${method}`

  socket.addEventListener('message', event => {
    const { id, sessionId, method, params, result, error } = JSON.parse(event.data) as Message
    if (method)
      for (const listen of listeners.get(keyOf(sessionId, method)) ?? []) listen(params as never)
    if (id === undefined) return
    if (error) pending.get(id)?.reject(new Error(error.message))
    else pending.get(id)?.resolve(result as never)
    pending.delete(id)
  })
  socket.addEventListener('close', () => {
    for (const { reject } of pending.values()) reject(new Error('The browser is gone'))
    pending.clear()
  })

  const session = (sessionId?: string): CdpSession => ({
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) throw new Error('The browser is gone')
        lastId += 1
        pending.set(lastId, { resolve, reject })
        socket.send(JSON.stringify({ id: lastId, sessionId, method, params }))
      }),
    on(method, listener) {
      const key = keyOf(sessionId, method)
      const own = listeners.get(key) ?? new Set()
      listeners.set(key, own.add(listener))
      return () => own.delete(listener)
    },
  })

  return { ...session(), session, close: () => socket.close() }
}
