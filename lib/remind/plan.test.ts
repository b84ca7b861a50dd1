import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDate } from '../lead/dates.ts'
import { daysAfter } from '../lead/quickDates.ts'
import { planReminders } from './plan.ts'

const at = (...parts: [number, number, number, number, number]) => new Date(...parts)

test.each([
  // 1 December 2026 is a Tuesday; months count from 0
  ['before eight', at(2026, 11, 1, 7, 59), '2026-01-01', '2026-11-24', '2026-11-30', 1],
  ['at eight', at(2026, 11, 1, 8, 0), '2026-01-01', '2026-11-24', '2026-12-01', 2],
  ['late in the evening', at(2026, 11, 1, 23, 59), '2026-01-01', '2026-11-24', '2026-12-01', 2],
  ['after midnight', at(2026, 11, 2, 0, 1), '2026-01-01', '2026-11-25', '2026-12-01', 2],
  ['switched on today', at(2026, 11, 1, 10, 0), '2026-12-01', '2026-12-01', '2026-12-01', 2],
  ['switched on early today', at(2026, 11, 1, 6, 0), '2026-12-01', '2026-12-01', '2026-11-30', 1],
  ['a year that ends', at(2026, 11, 31, 9, 0), '2026-12-30', '2026-12-30', '2026-12-31', 32],
] as const)('%s', (_, now, since, from, through, day) => {
  const wakeAt = at(2026, 11, day, 8, 0).getTime()
  expect(planReminders(now, since)).toEqual({ from, through, wakeAt })
})

const moment = fc
  .date({ min: new Date(2020, 0, 1), max: new Date(2040, 0, 1), noInvalidDate: true })
  .map(date => new Date(date))

test('it wakes later than now, at eight on the wall and within a day, also when clocks are changed', () =>
  fc.assert(
    fc.property(moment, now => {
      const { wakeAt } = planReminders(now, '2000-01-01')
      const hours = (wakeAt - now.getTime()) / 3_600_000
      expect(hours).toBeGreaterThan(0)
      expect(hours).toBeLessThanOrEqual(25)
      expect(new Date(wakeAt).toTimeString()).toMatch(/^08:00:00/)
      expect(planReminders(new Date(wakeAt), '2000-01-01').through).toBe(
        calendarDate(new Date(wakeAt)),
      )
    }),
  ))

test('nobody is told of before their day, nor of what was due before it was switched on', () =>
  fc.assert(
    fc.property(moment, fc.integer({ min: -400, max: 400 }), (now, days) => {
      const today = calendarDate(now)
      const since = daysAfter(today, days)
      const { from, through } = planReminders(now, since)
      expect(through <= today).toBe(true)
      expect(from >= since).toBe(true)
    }),
  ))
