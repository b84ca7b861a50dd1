import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { daysUntil, tellBy } from './deadline.ts'

describe('a month after', () => {
  it.each([
    ['2026-11-24', '2026-12-24'],
    ['2026-12-24', '2027-01-24'],
    ['2026-12-31', '2027-01-31'],
    ['2027-01-31', '2027-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2028-01-29', '2028-02-29'],
    ['2027-01-29', '2027-02-28'],
    ['2028-02-29', '2028-03-29'],
    ['2100-01-30', '2100-02-28'],
    ['2026-03-31', '2026-04-30'],
    ['2026-08-31', '2026-09-30'],
    ['2026-10-01', '2026-11-01'],
    ['0099-01-31', ''], // a year that nobody means
  ])('%s is %s', (obtained, by) => {
    expect(tellBy(obtained)).toBe(by)
  })

  it.each(['', 'yesterday', '2026-02-30', '2026-13-01', '24.11.2026', '2026-11-24T12:00'])(
    'nobody knows what day “%s” is, so it is due at once',
    obtained => {
      expect(tellBy(obtained)).toBe('')
      expect(tellBy(obtained) < tellBy('2020-01-01')).toBe(true)
    },
  )

  const dates = fc
    .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10))

  test('is 28 to 31 days later, in the next month, and never before that of an earlier day', () => {
    fc.assert(
      fc.property(dates, dates, (one, other) => {
        const [first, second] = [one, other].sort()
        const days = daysUntil(tellBy(one), one)
        expect(days).toBeGreaterThanOrEqual(28)
        expect(days).toBeLessThanOrEqual(31)
        expect((Number(one.slice(5, 7)) % 12) + 1).toBe(Number(tellBy(one).slice(5, 7)))
        expect(tellBy(first ?? '') <= tellBy(second ?? '')).toBe(true)
      }),
    )
  })
})

test.each([
  ['2026-12-24', '2026-11-24', 30],
  ['2026-12-24', '2026-12-24', 0],
  ['2026-12-24', '2026-12-25', -1],
  ['2026-03-30', '2026-03-28', 2], // over the night in which the clocks change
])('to %s there are from %s %i days', (date, today, days) => {
  expect(daysUntil(date, today)).toBe(days)
})
