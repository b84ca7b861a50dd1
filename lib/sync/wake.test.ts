import { expect, test } from 'vitest'
import type { Ended } from './run.ts'
import { createWake } from './wake.ts'

const NOW = 1_000_000

/** A worker whose runs end when they are told to. */
function aWake() {
  const log: string[] = []
  const running: ((ended: Ended) => void)[] = []
  const wake = createWake({
    run: () =>
      new Promise(resolve => {
        log.push('run')
        running.push(resolve)
      }),
    exclusively: task => task(),
    setAlarm: async at => void log.push(at === undefined ? 'no alarm' : `alarm +${at - NOW}`),
    now: () => NOW,
  })
  /** Ends the run that is under way, as soon as it has begun. */
  const end = async (ended: Ended) => {
    while (running.length === 0) await Promise.resolve()
    running.shift()?.(ended)
  }
  return { wake, log, end }
}

const done: Ended = { more: false, wakeAt: undefined }

test('an alarm is there before anything is sent, and gone when nothing is left', async () => {
  const { wake, log, end } = aWake()
  const woken = wake()
  await end(done)
  expect(await woken).toEqual(done)
  expect(log).toEqual(['alarm +30000', 'run', 'no alarm'])
})

test.each<[string, Ended, string]>([
  ['a budget that is used up', { more: true }, 'alarm +30000'],
  ['something due soon', { more: false, wakeAt: NOW + 5 }, 'alarm +30000'],
  ['something due later', { more: false, wakeAt: NOW + 90_000 }, 'alarm +90000'],
])('after %s the alarm rings when it may', async (_, ended, alarm) => {
  const { wake, log, end } = aWake()
  const woken = wake()
  await end(ended)
  await woken
  expect(log.at(-1)).toBe(alarm)
})

test('calls during a run share one more run after it, and a call during that gets another', async () => {
  const { wake, log, end } = aWake()
  const first = wake()
  const [second, third] = [wake(), wake()]
  expect(second).toBe(third)
  await end(done)
  await first
  await Promise.resolve()
  const fourth = wake()
  await end(done)
  await second
  await end(done)
  await fourth
  expect(log.filter(line => line === 'run')).toHaveLength(3)
})

test('a run that fails leaves its alarm, and the next call runs again', async () => {
  const log: (number | undefined)[] = []
  let isBroken = true
  const wake = createWake({
    run: async () => {
      if (isBroken) throw new Error('bug')
      return done
    },
    exclusively: task => task(),
    setAlarm: async at => void log.push(at),
    now: () => NOW,
  })
  await expect(wake()).rejects.toThrow('bug')
  expect(log).toEqual([NOW + 30_000])
  isBroken = false
  expect(await wake()).toEqual(done)
})
