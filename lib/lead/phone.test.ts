import fc from 'fast-check'
import {
  type CountryCode,
  getCountries,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'
import metadata from 'libphonenumber-js/min/metadata'
import examples from 'libphonenumber-js/mobile/examples'
import { expect, test } from 'vitest'
import { readPhone } from './phone.ts'

test.each([
  ['22 33 44 55', 'NO', '+4722334455'],
  ['47 22 33 44 55', 'NO', '+4722334455'],
  ['0047 22 33 44 55', 'NO', '+4722334455'],
  ['02800', 'NO', '+4702800'],
  ['+46 (0)70-174 06 12', 'NO', '+46701740612'],
  ['08-123 456 78', 'SE', '+46812345678'],
  ['(212) 555-0123 x42', 'US', '+12125550123'],
  ['011 47 22 33 44 55', 'US', '+4722334455'],
  ['030 123456', 'DE', '+4930123456'],
  ['02 1234 5678', 'IT', '+390212345678'],
  ['+800 1234 5678', 'NO', '+80012345678'],
  ['٢٢٣٣٤٤٥٥', 'NO', '+4722334455'],
  ['+47 22 33 44 55', 'ZZ', '+4722334455'],
  ['+47 22 33 44 55', 'toString', '+4722334455'],
  ['22 33 44 55', 'ZZ', undefined],
  ['+0 22 33 44 55', 'NO', undefined],
  ['+999 22 33 44 55', 'NO', undefined],
  ['22 33 44', 'NO', undefined],
  ['22 33 44 55 66', 'NO', undefined],
  ['ring meg', 'NO', undefined],
  ['', 'NO', undefined],
])('%s in %s is %s', (text, country, number) => {
  expect(readPhone(text, country)).toBe(number)
})

/** Where only a table of kinds could tell whose number it is, and the lengths of numbers differ. */
const SHARED = /^\+(?:599|290|1310)/

const rows: Record<string, unknown[]> = metadata.countries
const first = Object.values(metadata.country_calling_codes).map(
  ([country]) => country as CountryCode,
)

test.each(getCountries())('a mobile phone of %s is read however it is written', country => {
  const example = getExampleNumber(country, examples)
  const ways = [example?.formatNational(), example?.formatInternational(), example?.number]
  expect(ways.map(text => readPhone(text ?? '', country))).toEqual(ways.map(() => example?.number))
})

test('a number is read as the whole library reads it', () => {
  const character = fc.constantFrom(...'00112233445566778899 -()/.')
  const beginning = fc.constantFrom('', '', '+', '00', '0', '8', '1', '011', '+1', '+47', '+800')
  const code = fc.constantFrom(...Object.values(rows).map(([own]) => own))
  const numbers = fc
    .tuple(
      fc.oneof(
        beginning,
        code.map(own => `+${String(own)}`),
        code.map(String),
      ),
      fc.string({ unit: character, maxLength: 16 }),
      fc.constantFrom('', '', '', ' ext. 12', 'x123', ';ext=3', ', 4', ' 12#', '~'),
    )
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(fc.constantFrom(...first), numbers, (country, text) => {
      const found = parsePhoneNumberFromString(text, country)
      const theirs = found?.isPossible() ? found.number : undefined
      const ours = readPhone(text, country)
      if (SHARED.test(theirs ?? ours ?? '')) return
      expect(ours).toBe(theirs)
    }),
    { numRuns: 5000 },
  )
})
