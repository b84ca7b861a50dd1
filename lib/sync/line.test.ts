import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { anId } from '../../tests/fakes/drafts.ts'
import type { Door } from '../crm/http.ts'
import { connection } from '../settings/connection.ts'
import { dataConsent } from '../settings/dataConsent.ts'
import { saveConnection } from '../settings/secret.ts'
import { openLine } from './line.ts'

const CRM = 'https://crm.example.com/sales'

beforeEach(() => browser.storage.local.clear())

function aDoor() {
  const ask = vi.fn<Door['ask']>(async () => ({ status: 200, json: {}, retryAfter: undefined }))
  return { door: { ask }, ask }
}

const grant = (isGranted: boolean) =>
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => isGranted)

test('the line goes to the kept address with its token', async () => {
  const saved = await saveConnection(CRM, 'secret', false, anId)
  const { door, ask } = aDoor()
  const line = await openLine(door)
  await line?.session.ask({ method: 'GET', path: '/api/v1/me' })
  expect(line?.connectionId).toBe(saved.id)
  const endpoint = { origin: 'https://crm.example.com', base: CRM }
  expect(ask).toHaveBeenCalledWith(endpoint, { method: 'GET', path: '/api/v1/me', token: 'secret' })
})

test('there is no line without a CRM, nor to a social network that got onto the disk', async () => {
  const { door } = aDoor()
  expect(await openLine(door)).toBeUndefined()
  const social = { id: crypto.randomUUID(), connector: 'open', granted: false } as const
  await connection.write({ ...social, address: 'https://www.linkedin.com' })
  expect(await openLine(door)).toBeUndefined()
})

test('a grant that was taken away is said to be missing, and nothing is asked', async () => {
  await saveConnection(CRM, 'secret', true, anId)
  const { door, ask } = aDoor()
  const line = await openLine(door)
  grant(false)
  const asking = line?.session.ask({ method: 'GET', path: '/' })
  await expect(asking).rejects.toMatchObject({ code: 'grant-missing' })
  expect(ask).not.toHaveBeenCalled()
  grant(true)
  await line?.session.ask({ method: 'GET', path: '/' })
  expect(ask).toHaveBeenCalledOnce()
})

test('where the browser lets nothing be sent, nothing is asked', async () => {
  await saveConnection(CRM, 'secret', false, anId)
  const { door, ask } = aDoor()
  const line = await openLine(door)
  vi.spyOn(dataConsent, 'maySend').mockResolvedValue(false)
  const asking = line?.session.ask({ method: 'GET', path: '/' })
  await expect(asking).rejects.toMatchObject({ code: 'data-off' })
  expect(ask).not.toHaveBeenCalled()
})

test.each([
  ['https://crm.example.com/cards/7', 'https://crm.example.com/cards/7'],
  ['https://crm.example.com/a/../cards/7', 'https://crm.example.com/cards/7'],
  ['https://crm.example.com/cards/7?tab=1', 'https://crm.example.com/cards/7?tab=1'],
  ['https://crm.example.com@evil.example/cards/7', undefined],
  ['https://evil.example/cards/7', undefined],
  ['https://crm.example.com.evil.example/', undefined],
  ['http://crm.example.com/cards/7', undefined],
  ['javascript:alert(1)', undefined],
  ['//evil.example', undefined],
  ['', undefined],
])('the card address %j is a link to %s', async (url, link) => {
  await saveConnection(CRM, 'secret', false, anId)
  expect((await openLine(aDoor().door))?.session.ownLink(url)).toBe(link)
})
