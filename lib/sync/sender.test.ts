import { expect, test, vi } from 'vitest'
import { createSender } from './sender.ts'

type Answer = { more: boolean; wakeAt?: number }

function aPage(...answers: Answer[]) {
  const timers: { task(): void; ms: number }[] = []
  const ask = vi.fn(async () => answers.shift() ?? { more: false })
  const setTimer = (task: () => void, ms: number) => void timers.push({ task, ms })
  return { ask, timers, send: createSender({ ask, setTimer, now: () => 1000 }) }
}

test('the worker is asked until nothing is due', async () => {
  const { ask, send } = aPage({ more: true }, { more: true }, { more: false })
  await send()
  expect(ask).toHaveBeenCalledTimes(3)
})

test('a wait that is shorter than any alarm is waited for', async () => {
  const { ask, timers, send } = aPage({ more: false, wakeAt: 3000 }, { more: false })
  const sending = send()
  await vi.waitFor(() => expect(timers).toHaveLength(1))
  expect(timers[0]?.ms).toBe(2000)
  expect(ask).toHaveBeenCalledTimes(1)
  timers[0]?.task()
  await sending
  expect(ask).toHaveBeenCalledTimes(2)
})

test('a longer one is left to the alarm', async () => {
  const { ask, timers, send } = aPage({ more: false, wakeAt: 100_000 })
  await send()
  expect(ask).toHaveBeenCalledTimes(1)
  expect(timers).toEqual([])
})

test('what is promoted during the wait goes out at once', async () => {
  const { ask, timers, send } = aPage({ more: false, wakeAt: 9000 }, { more: false })
  const sending = send()
  await vi.waitFor(() => expect(timers).toHaveLength(1))
  void send()
  await sending
  expect(ask).toHaveBeenCalledTimes(2)
})

test('what is promoted while the worker is asked is asked for again', async () => {
  const { ask, send } = aPage()
  const sending = send()
  void send()
  await sending
  expect(ask).toHaveBeenCalledTimes(2)
})

test('a worker that cannot be reached is said to be, and asked the next time', async () => {
  const { ask, send } = aPage()
  ask.mockRejectedValueOnce(new Error('no worker'))
  await expect(send()).rejects.toThrow('no worker')
  await send()
  expect(ask).toHaveBeenCalledTimes(2)
})
