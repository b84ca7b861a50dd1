import fc from 'fast-check'
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/core'
import { getCountries } from 'libphonenumber-js/min'
import metadata from 'libphonenumber-js/min/metadata'
import { expect, test } from 'vitest'
import { withoutFormats } from './phoneTables.ts'

const light = withoutFormats(metadata)

const read = (text: string, country: CountryCode, tables: typeof metadata) => {
  const found = parsePhoneNumberFromString(text, country, tables)
  return found && { number: found.number, country: found.country, possible: found.isPossible() }
}

const character = fc.constantFrom(...'00112233445566778899 -()/.')
const numbers = fc
  .tuple(
    fc.constantFrom('', '+', '00', '0', '8', '+47', '+1', '+49'),
    fc.string({ unit: character }),
  )
  .map(parts => parts.join(''))

test('every country reads a number the same without the formats', () => {
  fc.assert(
    fc.property(fc.constantFrom(...getCountries()), numbers, (country, text) => {
      expect(read(text, country, light)).toEqual(read(text, country, metadata))
    }),
    { numRuns: 2000 },
  )
})

test.each<[string, CountryCode, string]>([
  ['22 33 44 55', 'NO', '+4722334455'],
  ['08-123 456 78', 'SE', '+46812345678'],
  ['(212) 555-0123', 'US', '+12125550123'],
  ['030 123456', 'DE', '+4930123456'],
  ['+800 1234 5678', 'NO', '+80012345678'],
])('%s in %s is %s', (text, country, number) => {
  expect(read(text, country, light)?.number).toBe(number)
})

test('tables that this code does not know are refused', () => {
  expect(() => withoutFormats({ ...metadata, version: 5 } as typeof metadata)).toThrow('version 5')
})
