import { newDraft } from '../../../lib/lead/draft.ts'
import { journal } from '../../../lib/store/journal.ts'

/** How long a keystroke takes until it is safe, beside the least that IndexedDB can do. */

/** Between two keys, in milliseconds. */
const BETWEEN = 4

const pause = () => new Promise(resolve => setTimeout(resolve, BETWEEN))

function openRaw(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('keystroke', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('drafts', { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function put(db: IDBDatabase, row: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('drafts', 'readwrite')
    transaction.objectStore('drafts').put(row)
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    transaction.commit()
  })
}

async function timed(task: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await task()
  return performance.now() - begun
}

async function measure(keys: number) {
  const db = await openRaw()
  // As in the popup, where each letter is heard of again.
  const unwatch = journal.watchOpen(() => undefined)
  const blank = newDraft(crypto.randomUUID(), '2026-03-01')
  const times: { keep: number[]; put: number[] } = { keep: [], put: [] }
  for (let key = 0; key < keys; key += 1) {
    const fields = { ...blank.fields, name: 'Sample Person', notes: 'a'.repeat(key % 100) }
    const draft = { ...blank, counter: key + 1, fields }
    const turns = [
      async () => void times.keep.push(await timed(() => journal.keep(draft))),
      async () => void times.put.push(await timed(() => put(db, draft))),
    ]
    for (const turn of key % 2 === 0 ? turns : turns.reverse()) {
      await turn()
      await pause()
    }
  }
  unwatch()
  const kept = await journal.readOpen()
  if (kept?.counter !== keys) throw new Error('the last keystroke was not kept')
  return times
}

Object.assign(globalThis, { bench: { measure } })
