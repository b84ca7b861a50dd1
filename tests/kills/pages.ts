import type { Browser } from 'wxt/browser'

/** What runs inside one of the extension's pages; each is sent as text and uses nothing around it. */

declare const chrome: typeof Browser

/**
 * Makes half an hour pass for what waits: a lease whose sender is dead runs out, a hold ends. The
 * clock itself can't be moved in a real browser. Then the worker is woken, as its alarm would.
 */
export async function letTimePass(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('kundekort')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const passing = db.transaction(['outgoing', 'leases', 'meta'], 'readwrite')
  const each = (store: string, change: (row: Record<string, unknown>) => object) => {
    const walking = passing.objectStore(store).openCursor()
    walking.onsuccess = () => {
      const cursor = walking.result
      if (cursor === null) return
      cursor.update({ ...cursor.value, ...change(cursor.value) })
      cursor.continue()
    }
  }
  each('leases', () => ({ until: 1 }))
  each('outgoing', row => (row.phase === 'queued' ? { dueAt: 0 } : {}))
  each('meta', ({ key, value }) =>
    key === 'hold' ? { value: { ...(value as object), until: 1 } } : {},
  )
  await new Promise<void>((resolve, reject) => {
    passing.oncomplete = () => resolve()
    passing.onabort = () => reject(passing.error)
  })
  db.close()
  // Its answer comes when all is sent, or never: whoever asked is killed in between.
  void chrome.runtime.sendMessage({ type: 'work' }).catch(() => undefined)
}

/** How many leads stand in each phase. */
export async function countPhases(): Promise<Record<string, number>> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('kundekort')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const reading = db.transaction(['outgoing', 'settled'])
  const all = <T>(store: string) =>
    new Promise<T[]>((resolve, reject) => {
      const asking = reading.objectStore(store).getAll()
      asking.onsuccess = () => resolve(asking.result)
      asking.onerror = () => reject(asking.error)
    })
  const rows = await all<{ phase: string }>('outgoing')
  const settled = await all<{ leadIds: string[] }>('settled')
  db.close()
  const counts: Record<string, number> = {}
  const phases = [
    ...rows.map(({ phase }) => phase),
    ...settled.flatMap(({ leadIds }) => leadIds.map(() => 'on-card')),
  ]
  for (const phase of phases) counts[phase] = (counts[phase] ?? 0) + 1
  return counts
}
