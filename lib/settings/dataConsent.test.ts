import { expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { dataConsent, inFirefox } from './dataConsent.ts'

const BOTH = ['personallyIdentifyingInfo', 'authenticationInfo']

test.each([
  [undefined, false],
  [[], false],
  [['authenticationInfo'], false],
  [[...BOTH, 'technicalAndInteraction'], true],
])('where Firefox was allowed %j, sending is allowed: %s', async (allowed, isAllowed) => {
  const answer = { permissions: [], data_collection: allowed }
  vi.spyOn(browser.permissions, 'getAll').mockImplementation(async () => answer)
  expect(await inFirefox.maySend()).toBe(isAllowed)
})

test('both are asked for in one question', async () => {
  const request = vi.spyOn(browser.permissions, 'request').mockImplementation(async () => true)
  expect(await inFirefox.ask()).toBe(true)
  expect(request.mock.calls).toEqual([[{ data_collection: BOTH }]])
})

test('elsewhere the browser is not asked', async () => {
  const getAll = vi.spyOn(browser.permissions, 'getAll')
  expect(await dataConsent.maySend()).toBe(true)
  expect(getAll).not.toHaveBeenCalled()
})
