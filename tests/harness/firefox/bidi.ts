import { openCalls } from '../calls.ts'

/** A session with a Firefox in WebDriver BiDi: a page of the browser, or the browser's own window. */
export interface Bidi {
  /** Sends a command. @throws with the browser's message when it refuses */
  send<T = Record<string, unknown>>(method: string, params?: object): Promise<T>
  /**
   * Calls a function of ours in a page. It is sent as text, so that it can use nothing around it.
   * @param context the page's or window's id
   * @throws with what it threw there
   */
  callIn<A, T>(context: string, call: (argument: A) => T | Promise<T>, argument: A): Promise<T>
  close(): void
}

type Evaluated =
  | { readonly type: 'success'; readonly result: { readonly value?: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } }

/**
 * Speaks WebDriver BiDi with nothing between: Playwright drives a Firefox of its own making only,
 * and of what a library would do beside we need nothing.
 * @param url the `ws://…` address that the browser printed
 */
export async function connectBidi(url: string): Promise<Bidi> {
  const { call, close } = await openCalls(`${url}/session`, () => undefined)
  const send: Bidi['send'] = (method, params = {}) => call({ method, params })
  await send('session.new', { capabilities: {} })
  return {
    send,
    async callIn<A, T>(context: string, called: (argument: A) => T | Promise<T>, argument: A) {
      const expression = `(async () => JSON.stringify(await (${called})(${JSON.stringify(argument)})))()`
      const params = { expression, target: { context }, awaitPromise: true }
      const ended = await send<Evaluated>('script.evaluate', params)
      if (ended.type === 'exception') throw new Error(ended.exceptionDetails.text)
      const { value } = ended.result
      return (value === undefined ? undefined : JSON.parse(value)) as T
    },
    close,
  }
}
