import fc from 'fast-check'
import { expect, test } from 'vitest'
import { datesAhead, datesBehind, daysAfter } from './quickDates.ts'

test.each([
  ['2026-11-29', 1, '2026-11-30'],
  ['2026-11-30', 1, '2026-12-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2027-02-28', 1, '2027-03-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-12-20', 14, '2027-01-03'],
  // the nights in which European clocks are changed
  ['2026-03-28', 1, '2026-03-29'],
  ['2026-03-29', 1, '2026-03-30'],
  ['2026-10-24', 1, '2026-10-25'],
  ['2026-10-25', 1, '2026-10-26'],
])('%s and %i days are %s', (day, days, on) => expect(daysAfter(day, days)).toBe(on))

test.each([
  ['a Monday', '2026-11-30', ['2026-12-01', '2026-12-04', '2026-12-14']],
  ['a Wednesday', '2026-12-02', ['2026-12-03', '2026-12-04', '2026-12-16']],
  ['a Thursday', '2026-12-03', ['2026-12-04', '2026-12-07', '2026-12-17']],
  ['a Friday', '2026-12-04', ['2026-12-05', '2026-12-11', '2026-12-18']],
  ['a Saturday', '2026-12-05', ['2026-12-06', '2026-12-11', '2026-12-19']],
  ['a Sunday', '2026-12-06', ['2026-12-07', '2026-12-11', '2026-12-20']],
  ['the last day of a year', '2026-12-31', ['2027-01-01', '2027-01-04', '2027-01-14']],
])('on %s', (_, today, days) => expect(datesAhead(today).map(({ on }) => on)).toEqual(days))

test('today and yesterday', () =>
  expect(datesBehind('2027-03-01').map(({ on }) => on)).toEqual(['2027-03-01', '2027-02-28']))

test('on each day there are three days, each later than the one before, and the second a weekday', () =>
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }),
      date => {
        const today = date.toISOString().slice(0, 10)
        const days = datesAhead(today).map(({ on }) => on)
        expect([today, ...days].toSorted()).toEqual([today, ...days])
        expect(new Set([today, ...days]).size).toBe(4)
        expect(['Mon', 'Fri']).toContain(new Date(days[1] ?? '').toUTCString().slice(0, 3))
      },
    ),
  ))
