import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { connection } from '../settings/connection.ts'
import { sender } from '../settings/sender.ts'
import { createTeller, type Office } from './teller.ts'

const CRM = { connector: 'open', id: crypto.randomUUID(), granted: false } as const
const FROM = { company: 'Example AS', contact: 'post@example.com' }

beforeEach(() => {
  fakeBrowser.reset()
  vi.restoreAllMocks()
})

async function aTeller() {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  const send = vi.spyOn(browser.runtime, 'sendMessage')
  return { db, id: draft.id, send, teller: createTeller(db, () => 'NO') }
}

/** What every letter has in common, once it says so. */
async function officeOf(teller: ReturnType<typeof createTeller>): Promise<Office> {
  const heard: Office[] = []
  const stop = teller.watchOffice(office => heard.push(office))
  await vi.waitFor(() => expect(heard).not.toEqual([]))
  stop()
  return heard[0] as Office
}

test('that somebody was told today is noted, taken back, and told to nobody', async () => {
  const { db, id, send, teller } = await aTeller()
  expect(await teller.note(id, 'in-person')).toBeUndefined()
  const told = { on: teller.today(), way: 'in-person' }
  expect(await db.drafts.get(id)).toMatchObject({ told })
  expect(await teller.note(id, undefined)).toBeUndefined()
  expect(await db.drafts.get(id)).not.toHaveProperty('told')
  expect(send).not.toHaveBeenCalled()
})

test('where it can’t be noted, the reason is told', async () => {
  const { db, id, teller } = await aTeller()
  vi.spyOn(db, 'transaction').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
  expect(await teller.note(id, 'known')).toBe('full')
})

test('where there is nobody of whom to note it, that is told', async () => {
  const { db, id, teller } = await aTeller()
  await db.drafts.delete(id)
  expect(await teller.note(id, 'known')).toBe('nobody')
})

test('the letter goes by what was promoted, or by the form where that can’t be read', async () => {
  const { db, id, teller } = await aTeller()
  const heard: unknown[] = []
  const stop = teller.watchPromoted(id, lead => heard.push(lead))
  await vi.waitFor(() => expect(heard).toMatchObject([{ id, revision: 1 }]))
  stop()
  vi.spyOn(db, 'open').mockRejectedValue(new Error('corrupt'))
  teller.watchPromoted(id, lead => heard.push(lead))
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  expect(heard[1]).toBeUndefined()
})

test.each([
  ['https://crm.example.com/api', 'crm.example.com'],
  ['http://127.0.0.1:8787', undefined],
  ['http://localhost:8787', undefined],
  ['http://[::1]:8787', undefined],
  ['https://10.0.0.7', undefined],
  ['https://intranet', undefined],
])('the letter names the CRM at %s as %s', async (address, host) => {
  await connection.write({ ...CRM, address })
  await sender.write(FROM)
  const { teller } = await aTeller()
  expect(await officeOf(teller)).toEqual({ sender: FROM, host })
})

test('who the letters are from is kept letter by letter, and every window hears of it', async () => {
  const { teller } = await aTeller()
  expect(await officeOf(teller)).toEqual({ sender: { company: '', contact: '' }, host: undefined })
  const heard: Office[] = []
  teller.watchOffice(office => heard.push(office))
  expect(await teller.keepSender(FROM)).toBe(true)
  await vi.waitFor(() => expect(heard.at(-1)?.sender).toEqual(FROM))
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'))
  expect(await teller.keepSender(FROM)).toBe(false)
})

test('with settings that can’t be read the letter has blanks', async () => {
  const { teller } = await aTeller()
  vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('corrupt'))
  expect(await officeOf(teller)).toEqual({ sender: { company: '', contact: '' }, host: undefined })
})
