import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { dueRows, putRows } from '../../tests/fakes/queue.ts'
import { connection } from '../settings/connection.ts'
import { consent } from '../settings/consent.ts'
import { saveDraft } from '../store/drafts.ts'
import { journal } from '../store/journal.ts'
import { getMeta } from '../store/meta.ts'
import { needsYou } from '../store/transitions.ts'
import { createList } from './list.ts'

beforeEach(async () => {
  fakeBrowser.reset()
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async () => ({ more: false }))
  await consent.write({ version: 1, on: '2026-11-23' })
  const id = crypto.randomUUID()
  const address = 'https://crm.example.com'
  await connection.write({ id, connector: 'open', address, granted: false })
})

/** A list over a database in which these drafts are written down. */
async function aList(...drafts: ReturnType<typeof aDraft>[]) {
  const db = aDatabase()
  for (const draft of drafts) await saveDraft(db, draft)
  return { db, list: createList('NO', db), ids: drafts.map(draft => draft.id) }
}

test('many are promoted at once, and who lacks something stays selected with the reason', async () => {
  const { list, ids } = await aList(aDraft(), aDraft({ company: '' }), aDraft())
  expect(await list.promote(ids)).toEqual({
    ok: true,
    promoted: [ids[0], ids[2]],
    refused: [{ id: ids[1], faults: { company: 'company-missing' } }],
  })
  expect(browser.runtime.sendMessage).toHaveBeenCalledWith({ type: 'work' })
})

test('without consent nobody is promoted', async () => {
  await consent.remove()
  const { db, list, ids } = await aList(aDraft())
  expect(await list.promote(ids)).toEqual({ ok: false, missing: 'consent' })
  expect(await db.outbox.count()).toBe(0)
})

test('who needs somebody is sent again, and only they', async () => {
  const { db, list, ids } = await aList(aDraft(), aDraft())
  await list.promote(ids)
  const [first] = await dueRows(db)
  if (first) await putRows(db, [needsYou(first, { code: 'rejected' })])
  expect(await list.retry()).toBe(1)
  expect(await dueRows(db)).toHaveLength(2)
})

test('a queue can be paused and resumed, and what waits be cancelled', async () => {
  const { db, list, ids } = await aList(aDraft(), aDraft())
  await list.promote(ids)
  await list.pause()
  expect(await getMeta(db, 'paused')).toBeDefined()
  await list.resume()
  expect(await getMeta(db, 'paused')).toBeUndefined()
  expect(await list.cancel(ids)).toBe(2)
  expect(await db.outbox.count()).toBe(0)
})

test('an open list hears of a popup that closed before its row was written', async () => {
  const { db } = await aList()
  const draft = aDraft()
  await journal.keep(draft)
  await vi.waitFor(async () =>
    expect((await db.drafts.get(draft.id))?.fields.name).toBe('Sample Person'),
  )
})
