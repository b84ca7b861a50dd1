import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ASKED_CAP, askedWait, BASE, backoff, CAP, outageWait, readRetryAfter } from './backoff.ts'

const NOW = Date.parse('2026-11-23T12:00:00Z')

test('waits double up to an hour, and are spread from nothing to all of it', () => {
  const most = [1, 2, 3, 8, 100].map(failures => backoff(failures, 1) - 1000)
  expect(most).toEqual([BASE, 2 * BASE, 4 * BASE, CAP, CAP])
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e9 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (failures, random) => {
        const wait = backoff(failures, random)
        return wait >= 1000 && wait <= CAP + 1000
      },
    ),
  )
})

test('a CRM that is down is asked again within a little more than the time that it was, and once an hour at least', () => {
  const most = [0, 1, 10, 60, 600].map(minutes => outageWait(minutes * 60_000, 1) - 1000)
  expect(most).toEqual([BASE, 72_000, 720_000, CAP, CAP])
  expect(outageWait(600_000, 0)).toBe(1000)
})

test('a wait that is asked for is kept to, and spread when it did not help', () => {
  expect(askedWait(5000, 0, 0.99)).toBe(5000)
  expect(askedWait(5000, 60_000, 0)).toBe(5000)
  expect(askedWait(5000, 60_000, 1)).toBe(50_000)
  expect(askedWait(5000, 100 * CAP, 1)).toBe(5000 + CAP)
})

test.each<[string | undefined, number | undefined]>([
  [undefined, undefined],
  ['', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['12.5', undefined],
  ['0', 1000],
  ['120', 120_000],
  ['999999', ASKED_CAP],
  ['999999999999', undefined],
  ['Mon, 23 Nov 2026 12:02:00 GMT', 120_000],
  ['Monday, 23-Nov-26 12:02:00 GMT', 120_000],
  ['Mon Nov 23 12:02:00 2026 GMT', 120_000],
  [' 7 ', 7000],
  ['2026-11-23T12:02:00Z', undefined],
  ['-Mon, 23 Nov 2026 12:02:00 GMT', undefined],
  ['31536000', ASKED_CAP],
  ['31536001', undefined],
  ['Mon, 23 Nov 2026 11:00:00 GMT', undefined],
  ['Fri, 31 Dec 9999 23:59:59 GMT', undefined],
])('Retry-After %j is %s ms', (header, wait) => expect(readRetryAfter(header, NOW)).toBe(wait))

test('whatever stands in the header, a wait is between a second and a day or not at all', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.date().map(String)), header => {
      const wait = readRetryAfter(header, NOW)
      return wait === undefined || (wait >= 1000 && wait <= ASKED_CAP)
    }),
  )
})
