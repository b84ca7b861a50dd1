import { expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { patternOf, trimGrants } from './grants.ts'

test.each([
  ['https://crm.example.com:8443/sales', 'https://crm.example.com/*'],
  ['http://127.0.0.1:8787', 'http://127.0.0.1/*'],
])('the grant for %s is %s', (address, pattern) => expect(patternOf(address)).toBe(pattern))

const SOME = ['https://a.example/*', 'https://crm.example.com/*', 'https://www.linkedin.com/*']

test.each<[string | undefined, string[]]>([
  ['https://crm.example.com', ['https://a.example/*', 'https://www.linkedin.com/*']],
  [undefined, SOME],
])('with %s configured every other origin is given back', async (address, others) => {
  vi.spyOn(browser.permissions, 'getAll').mockImplementation(async () => ({ origins: SOME }))
  const remove = vi.spyOn(browser.permissions, 'remove').mockImplementation(async () => true)
  await trimGrants(address)
  expect(remove).toHaveBeenCalledWith({ origins: others })
})
