import { expect, it } from 'vitest'
import { authorityFor } from './authority.ts'

it.each([
  ['NO', 'en', 'Datatilsynet (datatilsynet.no)'],
  ['DK', 'da', 'Datatilsynet (datatilsynet.dk)'],
  ['SE', 'nb', 'Integritetsskyddsmyndigheten (imy.se)'],
  ['DE', 'de', undefined],
  ['US', 'en', undefined],
  [undefined, 'nn', 'Datatilsynet (datatilsynet.no)'],
  [undefined, 'sv', 'Integritetsskyddsmyndigheten (imy.se)'],
  [undefined, 'de', undefined],
  [undefined, 'en', undefined],
] as const)('of %s, in %s', (country, language, authority) => {
  expect(authorityFor(country, language)).toBe(authority)
})
