import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { reminders } from './reminders.ts'

/** What the browser says of the permission, and whom it tells when that changes. */
const asked = { isAllowed: false, answer: true, listeners: new Set<() => void>() }

beforeEach(() => {
  fakeBrowser.reset()
  Object.assign(asked, { isAllowed: false, answer: true })
  asked.listeners.clear()
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => asked.isAllowed)
  vi.spyOn(browser.permissions, 'request').mockImplementation(async () => {
    asked.isAllowed = asked.answer
    return asked.answer
  })
  vi.spyOn(browser.permissions, 'remove').mockImplementation(async () => {
    asked.isAllowed = false
    return true
  })
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    const add = (listener: unknown) => void asked.listeners.add(listener as () => void)
    vi.spyOn(event, 'addListener').mockImplementation(add)
    vi.spyOn(event, 'removeListener').mockImplementation(listener => {
      asked.listeners.delete(listener as () => void)
    })
  }
})

test('the browser’s question comes before anything else, and then it is on since today', async () => {
  const switched = reminders.switchOn('2026-12-01')
  expect(browser.permissions.request).toHaveBeenCalledWith({ permissions: ['notifications'] })
  expect(await switched).toBe(true)
  expect(await reminders.read()).toBe('2026-12-01')
})

test('refused, it stays off', async () => {
  asked.answer = false
  expect(await reminders.switchOn('2026-12-01')).toBe(false)
  expect(await reminders.read()).toBeUndefined()
  expect(await browser.storage.local.get(null)).toEqual({})
})

test('switched off, the permission is given back', async () => {
  await reminders.switchOn('2026-12-01')
  await reminders.switchOff()
  expect(await reminders.read()).toBeUndefined()
  expect(asked.isAllowed).toBe(false)
})

test('a permission that is taken away in the browser’s own pages switches it off, and is heard of', async () => {
  await reminders.switchOn('2026-12-01')
  const heard: (string | undefined)[] = []
  const stop = reminders.watch(since => heard.push(since))
  asked.isAllowed = false
  for (const listener of asked.listeners) listener()
  await vi.waitFor(() => expect(new Set(heard)).toEqual(new Set([undefined])))
  stop()
  expect(asked.listeners.size).toBe(0)
})

test('allowed again without the switch, it is off: nobody asked for it here', async () => {
  asked.isAllowed = true
  expect(await reminders.read()).toBeUndefined()
})
