import { beforeEach, expect, test } from 'vitest'
import { browser } from 'wxt/browser'
import { anId } from '../../tests/fakes/drafts.ts'
import { connection } from './connection.ts'
import { saveConnection, tokenOf } from './secret.ts'

const CRM = 'https://crm.example.com'

beforeEach(() => browser.storage.local.clear())

test('a connection is kept with its token', async () => {
  const saved = await saveConnection(CRM, 'secret', false, anId)
  expect(await connection.read()).toEqual(saved)
  expect(await tokenOf(saved)).toBe('secret')
})

test('the same address with no token typed keeps the token', async () => {
  const first = await saveConnection(CRM, 'secret', false, anId)
  const second = await saveConnection(CRM, '', false, anId)
  expect(second).toEqual(first)
  expect(await tokenOf(second)).toBe('secret')
})

test('another address is another connection, and does not get the token of the first', async () => {
  const first = await saveConnection(CRM, 'secret', false, anId)
  const second = await saveConnection('https://other.example.com', '', false, anId)
  expect(second.id).not.toBe(first.id)
  expect(await tokenOf(second)).toBeUndefined()
  expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain('secret')
})

test('an address that comes back has the name that it had, but no token', async () => {
  const first = await saveConnection(CRM, 'secret', false, anId)
  await saveConnection('https://other.example.com', 'other', false, anId)
  const again = await saveConnection(CRM, '', false, anId)
  expect(again).toEqual(first)
  expect(await tokenOf(again)).toBeUndefined()
})

test('a damaged connection counts as none', async () => {
  await browser.storage.local.set({ connection: { id: 'x', address: 7, extra: true } })
  expect(await connection.read()).toBeUndefined()
})
