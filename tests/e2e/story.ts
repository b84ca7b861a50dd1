import type { Browser } from 'wxt/browser'
import { type Extension, startExtension } from '../harness/extension.ts'
import { test as base, expect } from '../harness/test.ts'
import { type Endpoint, startEndpoint } from '../servers/endpoint.ts'

interface Fixtures {
  /** A CRM that only speaks the open endpoint, and can fail on order. */
  endpoint: Endpoint
}

interface Shared {
  /** Folder of the build that is installed, where it isn't the one for production. */
  build: string | undefined
  /** The browser that the stories of one process have in turn. */
  installed: Extension
}

/**
 * Stories that take turns in one browser: each finds the extension as it was after it was installed,
 * with nothing written down, agreed or connected, and without the welcome page that opens only once.
 */
export const test = base.extend<Fixtures, Shared>({
  build: [undefined, { option: true, scope: 'worker' }],
  installed: [
    async ({ build }, use) => {
      const installed = await startExtension(build === undefined ? {} : { extension: build })
      await settle(installed)
      await use(installed)
      await installed.close()
    },
    { scope: 'worker' },
  ],
  extension: async ({ installed, allowedTrouble }, use) => {
    await forgetAll(installed)
    const before = installed.trouble.length
    await use(installed)
    const isAllowed = (text: string) => allowedTrouble.some(pattern => pattern.test(text))
    expect(installed.trouble.slice(before).filter(text => !isAllowed(text))).toEqual([])
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  endpoint: async ({}, use) => {
    const endpoint = await startEndpoint()
    await use(endpoint)
    await endpoint.close()
  },
})

/**
 * What the browser prints about every request that fails or is refused; faults are planned here. One
 * pattern: of a list of two, Playwright would take the second for the options of the first.
 */
export const FAILED_REQUESTS = [/Failed to load resource|blocked by CORS policy/]

/** Waits for all that happens by itself after the installation: the welcome page and the database. */
async function settle({ context, worker }: Extension): Promise<void> {
  const isThere = () => context.pages().some(page => page.url().endsWith('/welcome.html'))
  await expect.poll(isThere).toBe(true)
  const stores = () => worker().evaluate(async () => (await indexedDB.databases()).length)
  await expect.poll(stores).toBe(1)
}

async function forgetAll(extension: Extension): Promise<void> {
  const [first, ...others] = extension.context.pages()
  for (const page of others) await page.close()
  await first?.goto('about:blank')
  await extension.worker().evaluate(forget)
}

declare const chrome: typeof Browser

/** To be run in the worker: puts back what was there after the installation, once nothing is sent any more. */
export async function forget(): Promise<void> {
  const cleared = async () => {
    await chrome.alarms.clearAll()
    await chrome.storage.local.clear()
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('kundekort')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const stores = [...db.objectStoreNames]
    const clearing = db.transaction(stores, 'readwrite')
    for (const store of stores) clearing.objectStore(store).clear()
    await new Promise(resolve => {
      clearing.oncomplete = resolve
    })
    db.close()
  }
  await navigator.locks.request('outbox', cleared)
}

export { expect }
