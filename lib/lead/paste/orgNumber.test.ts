import { expect, test } from 'vitest'
import { isOrgNumber } from '../orgNumber.ts'
import { findOrgNumber } from './orgNumber.ts'

test.each([
  ['Org.nr. 911 000 008', 'NO', '911000008'],
  ['Organisasjonsnummer: NO 911 000 008 MVA', 'NO', '911000008'],
  ['911000008 MVA', 'NO', '911000008'],
  ['Føretaksnr. 911 000 008', 'NO', '911000008'],
  ['Org.nr. 911 000 009', 'NO', undefined],
  ['USt-IdNr.: DE911000008', 'DE', undefined],
  ['VAT GB 911 000 008', 'GB', undefined],
  ['VAT no. 911 000 008', 'NO', '911000008'],
  ['Tlf. 911 000 008', 'NO', undefined],
])('%s', (text, country, number) => expect(findOrgNumber(text, country)?.value).toBe(number))

test('of ten numbers with the same eight digits, at most one has the right check digit', () => {
  for (let first = 91_100_000; first < 91_100_200; first++) {
    const fits = Array.from({ length: 10 }, (_, last) => `${first}${last}`).filter(isOrgNumber)
    expect(fits.length).toBeLessThanOrEqual(1)
  }
})
