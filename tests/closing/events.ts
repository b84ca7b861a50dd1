import type { CdpSession } from '../harness/cdp.ts'

/** Longest wait for something that has to come, in milliseconds; a busy machine takes one second. */
const PATIENCE = 20_000

/** Waits no longer than that. @throws when it takes longer, with what was waited for */
export function inTime<T>(what: string, coming: Promise<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const timer = setTimeout(() => reject(new Error(`In vain waited for: ${what}`)), PATIENCE)
  coming.then(resolve, reject).finally(() => clearTimeout(timer))
  return promise
}

/** Waits for an event of the browser. @throws when it does not come */
export function nextEvent<T>(
  session: CdpSession,
  method: string,
  isIt: (params: T) => boolean = () => true,
): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>()
  const stop = session.on(method, (params: T) => isIt(params) && resolve(params))
  return inTime(method, promise).finally(stop)
}

/** Waits until a target is gone, and with it its page or worker. */
export const targetGone = (browser: CdpSession, targetId: string): Promise<unknown> =>
  nextEvent<{ targetId: string }>(browser, 'Target.targetDestroyed', it => it.targetId === targetId)
