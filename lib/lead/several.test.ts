import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emailsIn, phonesIn, sideBySide } from './several.ts'

test.each([
  ['', []],
  [' a@example.com ', ['a@example.com']],
  ['a@example.com, b@example.com; a@example.com,', ['a@example.com', 'b@example.com']],
])('the addresses in %s', (text, emails) => expect(emailsIn(text)).toEqual(emails))

test.each([
  ['22 33 44 55', ['22 33 44 55']],
  ['22 33 44 55, +47 900 11 222', ['22 33 44 55', '+47 900 11 222']],
  ['(212) 555-0123; 02800', ['(212) 555-0123', '02800']],
  ['22 33 44 55, 12', ['22 33 44 55, 12']],
  ['22 33 44 55, ext. 12345', ['22 33 44 55, ext. 12345']],
])('the numbers in %s', (text, phones) => expect(phonesIn(text)).toEqual(phones))

test('what is put side by side comes apart again', () => {
  const number = fc.integer({ min: 20_000_000, max: 99_999_999 }).map(String)
  const numbers = fc.uniqueArray(number, { maxLength: 10 })
  fc.assert(
    fc.property(numbers, some => {
      expect(phonesIn(sideBySide(some))).toEqual(some)
      const emails = some.map(one => `p${one}@example.com`)
      expect(emailsIn(sideBySide(emails))).toEqual(emails)
    }),
  )
})
