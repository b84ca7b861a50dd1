import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aSession } from '../../tests/fakes/session.ts'
import { Adjourned } from '../crm/connector.ts'
import type { Answer } from '../crm/http.ts'
import { type Bounds, createTurns, reach } from './reach.ts'

const ASK = { method: 'GET', path: '/' } as const

/** A CRM whose pauses move the clock, and what it was asked at which moments. */
function aReach({ perSecond }: { perSecond?: number } = {}, end = 12_000) {
  const clock = { now: 0 }
  const moments: number[] = []
  const answer: Partial<Answer> = { json: {} }
  const { session } = aSession(() => {
    moments.push(clock.now)
    return answer
  })
  const pausing = {
    ...session,
    pause: async (ms: number) => {
      clock.now += ms
    },
  }
  const bounds: Bounds = { end, waits: { count: 0 }, turns: createTurns() }
  const limits = perSecond === undefined ? {} : { perSecond }
  const push = () => reach(pausing, limits, bounds, () => clock.now)
  return { clock, moments, answer, bounds, push }
}

describe('turns', () => {
  test('whatever is asked when, no second has more than are allowed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 200 }),
        (perSecond, gaps) => {
          const turns = createTurns()
          let now = 0
          const begun = gaps.map(gap => {
            now += gap
            return now + turns(perSecond, now)
          })
          // A little less than a second, as fractions of it do not add up to the last bit.
          return begun.every((at, index) => (begun[index + perSecond] ?? at + 1000) - at >= 999.999)
        },
      ),
    )
  })

  test('who comes in their own time does not wait, and a CRM without a limit makes nobody wait', () => {
    const turns = createTurns()
    expect([0, 500, 1000].map(now => turns(2, now))).toEqual([0, 0, 0])
    expect(turns(2, 1100)).toBe(400)
    expect([turns(undefined, 1100), turns(undefined, 1100)]).toEqual([0, 0])
  })
})

test('requests of all pushes of a wake-up have their turns', async () => {
  const { moments, push } = aReach({ perSecond: 4 })
  const [one, other] = [push(), push()]
  for (const each of [one, one, other, one]) await each.session.ask(ASK)
  expect(moments).toEqual([0, 250, 500, 750])
})

test('a turn that comes after the end of the wake-up is not waited for', async () => {
  const { clock, moments, push } = aReach({ perSecond: 1 }, 1500)
  const { session, isBegun } = push()
  await session.ask(ASK)
  await session.ask(ASK)
  await expect(session.ask(ASK)).rejects.toThrow(Adjourned)
  expect([moments, clock.now, isBegun()]).toEqual([[0, 1000], 1000, true])
})

test('a turn at the very end of the wake-up is taken', async () => {
  const { moments, push } = aReach({ perSecond: 1 }, 1000)
  const { session } = push()
  await session.ask(ASK)
  await session.ask(ASK)
  expect(moments).toEqual([0, 1000])
})

test('no request begins after the end, and one at the very end does', async () => {
  const { clock, moments, push } = aReach({}, 1000)
  const { session, isBegun } = push()
  clock.now = 1001
  await expect(session.ask(ASK)).rejects.toThrow(Adjourned)
  expect([moments, isBegun()]).toEqual([[], false])
  clock.now = 1000
  await session.ask(ASK)
  expect([moments, isBegun()]).toEqual([[1000], true])
})

test.each([429, 503])('after a %d nobody else begins, and who was told goes on', async status => {
  const { answer, push, bounds } = aReach()
  const [told, other] = [push(), push()]
  answer.status = status
  await told.session.ask(ASK)
  expect(bounds.waits.count).toBe(1)
  answer.status = 200
  await expect(other.session.ask(ASK)).rejects.toThrow(Adjourned)
  await told.session.ask(ASK)
  await push().session.ask(ASK)
})

test('who waits for their turn does not begin once another was told to wait', async () => {
  const { bounds, moments, push } = aReach({ perSecond: 1 })
  const { session } = push()
  await session.ask(ASK)
  const waiting = session.ask(ASK)
  bounds.waits.count += 1
  await expect(waiting).rejects.toThrow(Adjourned)
  expect(moments).toEqual([0])
})

test('another answer is no request to wait', async () => {
  const { answer, bounds, push } = aReach()
  answer.status = 500
  await push().session.ask(ASK)
  expect(bounds.waits.count).toBe(0)
})

test('a pause is counted from where the push began', async () => {
  const { clock, push } = aReach()
  clock.now = 100
  const { session } = push()
  clock.now = 400
  await session.pause(1000)
  expect(clock.now).toBe(1100)
  await session.pause(1000)
  expect(clock.now).toBe(1100)
})
