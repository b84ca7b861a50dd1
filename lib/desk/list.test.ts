import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { dueRows, outboxOf, putRows } from '../../tests/fakes/queue.ts'
import { connection } from '../settings/connection.ts'
import { consent } from '../settings/consent.ts'
import { saveDraft } from '../store/drafts.ts'
import { journal } from '../store/journal.ts'
import { getMeta, putMeta } from '../store/meta.ts'
import { needsYou } from '../store/transitions.ts'
import { createList, type ListQueue } from './list.ts'

const CRM = { connector: 'open', address: 'https://crm.example.com', granted: false } as const

beforeEach(async () => {
  fakeBrowser.reset()
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async () => ({ more: false }))
  await consent.write({ version: 1, on: '2026-11-23' })
  await connection.write({ ...CRM, id: crypto.randomUUID() })
})

/** A list over a database in which these drafts are written down. */
async function aList(...drafts: ReturnType<typeof aDraft>[]) {
  const db = aDatabase()
  for (const draft of drafts) await saveDraft(db, draft)
  return { db, list: createList(() => 'NO', db), ids: drafts.map(draft => draft.id) }
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
  expect(await outboxOf(db)).toHaveLength(0)
})

test('who needs somebody is sent again, and only they', async () => {
  const { db, list, ids } = await aList(aDraft(), aDraft())
  await list.promote(ids)
  const [first] = await dueRows(db)
  if (first) await putRows(db, [needsYou(first, { code: 'rejected' })])
  expect(await list.retry()).toBe(1)
  expect(await dueRows(db)).toHaveLength(2)
})

test('what nobody can tell of is sent again only once the user has looked at the card', async () => {
  const { db, list, ids } = await aList(aDraft(), aDraft())
  await list.promote(ids)
  const rows = await dueRows(db)
  await putRows(
    db,
    rows.map(row => needsYou(row, { code: 'unclear-step' })),
  )
  expect(await list.retry()).toBe(0)
  expect(await dueRows(db)).toEqual([])
  await list.sayMissing(ids[0] ?? '')
  expect(await dueRows(db)).toMatchObject([{ leadId: ids[0], isMissing: true }])
  await connection.write({ ...CRM, id: crypto.randomUUID() })
  expect(await list.retry()).toBe(1)
  expect((await dueRows(db)).find(row => row.leadId === ids[1])).not.toHaveProperty('isMissing')
})

test('a queue can be paused and resumed, and what waits be cancelled', async () => {
  const { db, list, ids } = await aList(aDraft(), aDraft())
  await list.promote(ids)
  await list.pause()
  expect(await getMeta(db, 'paused')).toBeDefined()
  await list.resume()
  expect(await getMeta(db, 'paused')).toBeUndefined()
  expect(await list.cancel(ids)).toBe(2)
  expect(await outboxOf(db)).toHaveLength(0)
})

test('an open list hears of a popup that closed before its row was written', async () => {
  const { db } = await aList()
  const draft = aDraft()
  await journal.keep(draft)
  await vi.waitFor(async () =>
    expect((await db.drafts.get(draft.id))?.fields.name).toBe('Sample Person'),
  )
})

test('somebody in the list is put on the form, and whoever stood there is kept', async () => {
  const opening = vi.spyOn(browser.action, 'openPopup').mockResolvedValue()
  const { db, list, ids } = await aList(aDraft({ name: 'In the list' }))
  const left = aDraft({ name: 'On the form' })
  await journal.keep(left)
  await list.open(ids[0] ?? '')
  expect(await journal.readOpen()).toMatchObject({ id: ids[0], fields: { name: 'In the list' } })
  expect(await db.drafts.get(left.id)).toMatchObject({ fields: { name: 'On the form' } })
  expect(opening).toHaveBeenCalledOnce()
})

test('where the browser opens no popup, the form opens in a tab', async () => {
  vi.spyOn(browser.action, 'openPopup').mockRejectedValue(new Error('no window'))
  const tabs = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never)
  const { list, ids } = await aList(aDraft())
  await list.open(ids[0] ?? '')
  expect(tabs).toHaveBeenCalledWith({ url: expect.stringMatching(/\/popup\.html$/) })
})

test('after a day in which nothing reached the CRM the list says since when', async () => {
  const { db, list, ids } = await aList(aDraft())
  await list.promote(ids)
  const since = Date.now() - 25 * 3600 * 1000
  const seen: ListQueue[] = []
  list.watchQueue(
    queue => seen.push(queue),
    () => undefined,
  )
  const problem = { code: 'unreachable' } as const
  await putMeta(db, 'hold', { until: Date.now() + 1e6, failures: 9, since, problem })
  await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ silentSince: since }))
  await putMeta(db, 'hold', { until: Date.now() + 1e6, failures: 9, since: Date.now(), problem })
  await vi.waitFor(() => expect(seen.at(-1)).not.toHaveProperty('silentSince'))
})

test('whoever stands on the form already keeps the letters that their row does not have yet', async () => {
  vi.spyOn(browser.action, 'openPopup').mockResolvedValue()
  const draft = aDraft({ notes: 'wants' })
  const { db, list } = await aList(draft)
  vi.spyOn(db.drafts, 'put').mockRejectedValue(new Error('the disk is full'))
  const later = { ...draft, counter: 9, fields: { ...draft.fields, notes: 'wants an offer' } }
  await journal.keep(later)
  await list.open(draft.id)
  expect((await journal.readOpen())?.fields.notes).toBe('wants an offer')
})
