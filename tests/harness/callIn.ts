import type { CdpSession } from './cdp.ts'

/**
 * Calls a function of ours in a page. It is sent as text, so that it can use nothing around it.
 * @throws with what it threw there
 */
export async function callIn<A, T>(
  page: CdpSession,
  call: (argument: A) => T | Promise<T>,
  argument: A,
): Promise<T> {
  const { result, exceptionDetails } = await page.send<{
    result: { value: T }
    exceptionDetails?: { exception?: { description?: string } }
  }>('Runtime.evaluate', {
    expression: `(${call})(${JSON.stringify(argument)})`,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description)
  return result.value
}
