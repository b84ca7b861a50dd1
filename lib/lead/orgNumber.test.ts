import { expect, test } from 'vitest'
import { readOrgNumber } from './orgNumber.ts'

test.each([
  ['nine digits', '911000008', 'NO', '911000008'],
  ['with spaces', '911 000 008', 'NO', '911000008'],
  ['as a VAT number', 'NO 911 000 008 MVA', 'NO', '911000008'],
  ['with a wrong last digit', '911 000 009', 'NO', undefined],
  ['of no Norwegian kind', '123 456 785', 'NO', undefined],
  ['of Sweden, in Norway', '556677-8899', 'NO', '556677-8899'],
  ['nine digits elsewhere', '911 000 009', 'SE', '911 000 009'],
  ['none', '', 'NO', ''],
])('a number %s', (_, text, country, number) => {
  expect(readOrgNumber(text, country)).toBe(number)
})
