import { expect, it } from 'vitest'
import { languageFor } from './language.ts'

it.each([
  ['NO', 'en', 'nb'],
  ['NO', 'nb', 'nb'],
  ['NO', 'nn', 'nn'],
  ['SE', 'nn', 'sv'],
  ['DK', 'sv', 'da'],
  ['AT', 'nb', 'de'],
  ['GB', 'nb', 'en'],
  ['FR', 'nb', 'en'],
  [undefined, 'nn', 'nn'],
  [undefined, 'da', 'da'],
  [undefined, 'eo', 'en'],
])('somebody in %s, told by somebody who reads %s, reads %s', (country, own, language) => {
  expect(languageFor(country, own)).toBe(language)
})
