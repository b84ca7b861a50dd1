import type { Page } from '@playwright/test'
import type { Browser } from 'wxt/browser'

declare const chrome: typeof Browser

/**
 * All that the extension keeps on this device, as text.
 *
 * @param page one of the extension's own
 */
export const everythingKept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases: unknown[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<unknown>((resolve, reject) => {
          const all = db.transaction(store).objectStore(store).getAll()
          all.onsuccess = () => resolve(all.result)
          all.onerror = () => reject(all.error)
        })
        databases.push({ name, store, rows })
      }
      db.close()
    }
    const { local, session, sync } = chrome.storage
    const areas = await Promise.all([local, session, sync].map(area => area.get(null)))
    const cached = await Promise.all(
      (await caches.keys()).map(async name => {
        const cache = await caches.open(name)
        const answers = (await cache.keys()).map(async request => {
          const answer = await cache.match(request)
          return [request.url, await answer?.text()]
        })
        return Promise.all(answers)
      }),
    )
    return JSON.stringify({ databases, areas, cached, local: { ...localStorage } })
  })
