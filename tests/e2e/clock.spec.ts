// The computer's clock is set back ten years while leads wait: they go out all the same.
import type { Browser } from 'wxt/browser'
import { type Extension, startExtension } from '../harness/extension.ts'
import { freshProfile, removeProfile } from '../harness/profile.ts'
import { answer } from '../servers/endpoint.ts'
import { nameOf, seed } from './people.ts'
import { button, start } from './steps.ts'
import { expect, FAILED_REQUESTS, test } from './story.ts'

test.use({ allowedTrouble: FAILED_REQUESTS })

declare const chrome: typeof Browser

/**
 * The clock of one browser alone can't be set back. What it leaves behind can be had: every moment
 * that was written down, the alarm's too, lies ten years ahead. Runs in the worker, under its lock.
 */
async function putTenYearsAhead(): Promise<void> {
  const tenYears = 10 * 365 * 24 * 3600 * 1000
  await navigator.locks.request('outbox', async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('kundekort')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const moving = db.transaction(['outgoing', 'meta'], 'readwrite')
    const done = new Promise(resolve => {
      moving.oncomplete = resolve
    })
    moving.objectStore('outgoing').openCursor().onsuccess = event => {
      const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result
      if (cursor === null) return
      const row = cursor.value as { dueAt?: number }
      if (row.dueAt !== undefined) cursor.update({ ...row, dueAt: row.dueAt + tenYears })
      cursor.continue()
    }
    const meta = moving.objectStore('meta')
    meta.get('hold').onsuccess = event => {
      const hold = (event.target as IDBRequest<{ value: { until: number } } | undefined>).result
      if (hold === undefined) return
      hold.value.until += tenYears
      meta.put(hold)
    }
    await done
    db.close()
    await chrome.alarms.create('outbox', { when: Date.now() + tenYears })
  })
}

const grid = async (extension: Extension) =>
  (await extension.open('options.html#leads')).getByRole('grid', { name: 'Leads' })

test('whoever waits, for whatever reason, is sent when the browser starts again', async ({
  endpoint,
}) => {
  const profile = await freshProfile()
  const before = await startExtension({ profile })
  await start(before, endpoint)
  const list = await before.open('options.html#leads')
  await seed(list, { count: 3 })
  // One gets on a card, one shall wait, and one gets no answer; whoever asks again shall wait an hour.
  endpoint.on((leads, response, take) => {
    if (endpoint.batches.length > 1) return answer(response, 503, {}, { 'retry-after': '3600' })
    const busy = { type: 'about:blank', title: 'Busy', status: 503 }
    const results = take().map((result, at) =>
      leads[at]?.person.name === nameOf(1)
        ? { id: result.id, status: 'rejected', problem: busy }
        : result,
    )
    answer(response, 200, { results: results.slice(0, 2) })
  })
  await list.getByRole('checkbox', { name: 'Select all' }).check()
  await button(list, 'Promote selected').click()
  await expect(list.getByText('could not take this lead just now')).toHaveCount(2)
  await before.worker().evaluate(putTenYearsAhead)
  await before.close()
  const asked = endpoint.batches.length

  endpoint.on()
  const after = await startExtension({ profile })
  await expect((await grid(after)).getByRole('link', { name: 'On the card' })).toHaveCount(3)
  expect(endpoint.batches.length).toBe(asked + 1)
  expect([...endpoint.created.values()]).toEqual([1, 1, 1])
  await after.close()
  await removeProfile(profile)
})
