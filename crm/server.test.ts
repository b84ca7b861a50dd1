import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Crm, startCrm } from './server.ts'
import { StartError } from './start-error.ts'
import { emptyFolder } from './testing/empty-folder.ts'

const fill = emptyFolder()
let data = ''
const running: Crm[] = []
const start = async (options: Parameters<typeof startCrm>[0] = {}) => {
  const crm = await startCrm({ port: 0, data, ...options })
  running.push(crm)
  return crm
}
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'kundekort-server-'))
  fill(data)
})
afterEach(async () => {
  await Promise.all(running.splice(0).map(crm => crm.close()))
  rmSync(data, { recursive: true })
})

it('starts within another program, signs its owner in, and frees all that it took', async () => {
  const crm = await start({ user: 'Sample Owner' })
  const signedIn = await fetch(await crm.signInLink('/?q=sample'), { redirect: 'manual' })
  expect(signedIn.headers.get('location')).toBe('/?q=sample')
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const page = await fetch(`${crm.url}/`, { headers: { cookie } })
  expect(await page.text()).toContain('Signed in as Sample Owner')

  await expect(start()).rejects.toThrow(StartError)
  await Promise.all([crm.close(), crm.close()])
  await expect(fetch(`${crm.url}/healthz`)).rejects.toThrow()
  const again = await start()
  expect(again.token).toBe(crm.token)
  const stays = await fetch(`${again.url}/`, { headers: { cookie }, redirect: 'manual' })
  expect(stays.status).toBe(200)
}, 60_000)

it('makes its links under the address that people use', async () => {
  const crm = await start({ publicUrl: 'https://crm.example' })
  expect(await crm.signInLink()).toMatch(/^https:\/\/crm\.example\/sign-in\?once=/)
}, 60_000)

it('leaves nothing running where it could not start', async () => {
  const elsewhere = join(data, 'elsewhere')
  fill(elsewhere)
  const first = await start({ data: elsewhere })
  const port = Number(new URL(first.url).port)
  await expect(start({ port })).rejects.toThrow(StartError)
  const second = await start()
  expect((await fetch(`${second.url}/healthz`)).status).toBe(200)
}, 60_000)
