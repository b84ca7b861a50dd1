import type { BrowserContext, ConsoleMessage, Worker } from '@playwright/test'

/** What went wrong in the pages and the worker, in words; a story normally ends with none. */
export type Trouble = string[]

const LEVELS = ['error', 'warning']

/**
 * Collects console errors and warnings, uncaught errors and violations of the content security
 * policy from every page, popup and worker of a browser.
 */
export async function collectTrouble(context: BrowserContext): Promise<Trouble> {
  const trouble: Trouble = []
  const hear = (message: ConsoleMessage) => {
    if (!LEVELS.includes(message.type())) return
    trouble.push(`${message.type()} in ${message.location().url}: ${message.text()}`)
  }
  context.on('console', hear)
  context.on('weberror', error => trouble.push(`uncaught: ${error.error().stack}`))
  context.on('serviceworker', worker => worker.on('console', hear))
  for (const worker of context.serviceWorkers()) worker.on('console', hear)
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', event => {
      const where = `${event.sourceFile}:${event.lineNumber}`
      console.error(`CSP: ${event.effectiveDirective} blocked ${event.blockedURI} at ${where}`)
    })
  })
  return trouble
}

/** Makes a worker say on its console what nobody caught in it: Playwright reports that of pages only. */
export const hearUncaught = (worker: Worker): Promise<void> =>
  worker.evaluate(() => {
    addEventListener('error', event => console.error(`uncaught: ${event.message}`))
    addEventListener('unhandledrejection', event => console.error(`uncaught: ${event.reason}`))
    addEventListener('securitypolicyviolation', event =>
      console.error(`CSP: ${event.effectiveDirective} blocked ${event.blockedURI}`),
    )
  })
