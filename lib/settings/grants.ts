import { browser } from 'wxt/browser'

/** The match pattern of an address's origin. Patterns know no ports: the grant is for the host. */
export function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address)
  return `${protocol}//${hostname}/*`
}

/**
 * Asks the browser's own question for one origin. Must be the first thing that a click handler
 * does: after an `await` the click no longer counts.
 *
 * @returns whether it was allowed
 */
export const askFor = (address: string): Promise<boolean> =>
  browser.permissions.request({ origins: [patternOf(address)] })

/**
 * Gives back every origin but the configured one, whoever granted it: people change grants in the
 * browser's own pages, and an address that is no longer used needs none.
 */
export async function trimGrants(address: string | undefined): Promise<void> {
  const kept = address === undefined ? undefined : patternOf(address)
  const { origins = [] } = await browser.permissions.getAll()
  const others = origins.filter(origin => origin !== kept)
  if (others.length > 0) await browser.permissions.remove({ origins: others })
}

/** Whether the browser lets us read answers of this address even if it isn't open to extensions. */
export const isGranted = (address: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(address)] })
