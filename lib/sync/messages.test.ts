import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { askRead } from './messages.ts'
import { requestSchema } from './requests.ts'

const NAME = { field: 'name', value: 'Sample Person', spans: [{ start: 0, end: 13 }] }

beforeEach(() => fakeBrowser.reset())

const answer = (how: () => Promise<unknown>) =>
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(how)

test('what was read comes back as the worker told it', async () => {
  const asked = answer(async () => ({ found: [NAME] }))
  expect(await askRead('Sample Person', 'NO')).toEqual([NAME])
  expect(asked).toHaveBeenCalledTimes(1)
})

test('a worker that dies over it is asked once more', async () => {
  const asked = answer(async () => ({ found: [NAME] })).mockRejectedValueOnce(
    new Error('The message port closed before a response was received.'),
  )
  expect(await askRead('Sample Person', 'NO')).toEqual([NAME])
  expect(asked).toHaveBeenCalledTimes(2)
})

test.each([undefined, {}, { found: [{ ...NAME, field: 'password' }] }])(
  'an answer that is none is a failure: %j',
  async strange => {
    answer(async () => strange)
    await expect(askRead('Sample Person', 'NO')).rejects.toThrow()
  },
)

test('of a book no more is sent than would be read', async () => {
  const asked = answer(async () => ({ found: [] }))
  await askRead('x'.repeat(300_000), 'NO')
  expect(requestSchema.safeParse(asked.mock.calls[0]?.[0]).success).toBe(true)
})
