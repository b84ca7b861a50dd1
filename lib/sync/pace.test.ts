import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstPace, type Pace, paceAfter, type Sign, within } from './pace.ts'

const LIMITS = { concurrency: 4, batch: 100 }

test('a CRM that nobody has spoken to is met with one request', () => {
  expect(firstPace(LIMITS)).toEqual({ lanes: 1, batch: 100 })
})

test.each<[string, Pace, Sign, Pace]>([
  ['a quick answer makes room for more', { lanes: 1, batch: 25 }, 'quick', { lanes: 2, batch: 50 }],
  [
    'with more under way it takes more of them',
    { lanes: 2, batch: 100 },
    'quick',
    { lanes: 2.5, batch: 100 },
  ],
  ['never more than is allowed', { lanes: 4, batch: 100 }, 'quick', { lanes: 4, batch: 100 }],
  ['a slow answer changes nothing', { lanes: 2, batch: 50 }, 'slow', { lanes: 2, batch: 50 }],
  [
    'who is busy gets half as many requests',
    { lanes: 4, batch: 80 },
    'busy',
    { lanes: 2, batch: 80 },
  ],
  ['and one at least', { lanes: 1.5, batch: 80 }, 'busy', { lanes: 1, batch: 80 }],
  [
    'silence leaves one request, of half the size',
    { lanes: 4, batch: 75 },
    'silent',
    { lanes: 1, batch: 37 },
  ],
  ['with one lead in it at least', { lanes: 1, batch: 1 }, 'silent', { lanes: 1, batch: 1 }],
])('%s', (_, pace, sign, after) => expect(paceAfter(pace, sign, LIMITS)).toEqual(after))

test('a pace of another connector is kept within what this one allows', () => {
  expect(within({ lanes: 9, batch: 500 }, LIMITS)).toEqual({ lanes: 4, batch: 100 })
  expect(within({ lanes: 0, batch: 0 }, LIMITS)).toEqual({ lanes: 1, batch: 1 })
})

test('whatever happens, the pace stays between one and what is allowed', () => {
  const signs = fc.array(fc.constantFrom<Sign>('quick', 'slow', 'busy', 'silent'))
  fc.assert(
    fc.property(signs, all => {
      const { lanes, batch } = all.reduce<Pace>(
        (pace, sign) => paceAfter(pace, sign, LIMITS),
        firstPace(LIMITS),
      )
      return lanes >= 1 && lanes <= 4 && batch >= 1 && batch <= 100
    }),
  )
})
