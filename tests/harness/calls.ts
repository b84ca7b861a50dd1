/** What a browser sends: the answer to a call, by its number, or news that nobody asked for. */
interface Message {
  readonly id?: number | null
  readonly method?: string
  readonly sessionId?: string
  readonly params?: never
  readonly result?: never
  /** DevTools put the words inside, WebDriver BiDi a code here and the words beside it. */
  readonly error?: { readonly message: string } | string
  readonly message?: string
}

/** A conversation with a browser over a WebSocket. */
export interface Calls {
  /** Sends a command and waits for its answer. @throws with the browser's words when it refuses */
  call<T>(command: object): Promise<T>
  close(): void
}

interface Pending {
  resolve(result: never): void
  reject(error: Error): void
}

/**
 * Opens a conversation with a browser.
 * @param url the `ws://…` address that the browser printed
 * @param hear is told all that is no answer
 */
export async function openCalls(url: string, hear: (news: Message) => void): Promise<Calls> {
  const socket = new WebSocket(url)
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', () => reject(new Error(`No browser answers at ${url}`)))
  })

  const pending = new Map<number, Pending>()
  let lastId = 0

  socket.addEventListener('message', event => {
    const message = JSON.parse(event.data) as Message
    const { id, result, error } = message
    if (message.method) hear(message)
    if (id === undefined || id === null) return
    if (error === undefined) pending.get(id)?.resolve(result as never)
    else pending.get(id)?.reject(new Error(wordsOf(error, message.message)))
    pending.delete(id)
  })
  socket.addEventListener('close', () => {
    for (const { reject } of pending.values()) reject(new Error('The browser is gone'))
    pending.clear()
  })

  return {
    call: command =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) throw new Error('The browser is gone')
        lastId += 1
        pending.set(lastId, { resolve, reject })
        socket.send(JSON.stringify({ id: lastId, ...command }))
      }),
    close: () => socket.close(),
  }
}

const wordsOf = (error: { readonly message: string } | string, beside = '') =>
  typeof error === 'string' ? `${error}: ${beside}` : error.message
