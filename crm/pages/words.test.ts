import { expect, it } from 'vitest'
import { pickLocale } from './words.ts'

it.each([
  [undefined, 'en'],
  ['', 'en'],
  ['nb-NO,nb;q=0.9,en;q=0.8', 'nb'],
  ['no', 'nb'],
  ['nn-NO,nb;q=0.9', 'nn'],
  ['sv-SE,sv;q=0.9', 'sv'],
  ['fi,da;q=0.8,sv;q=0.5', 'da'],
  ['en-US,nb;q=0.5', 'en'],
  ['de,nb;q=0.5,en;q=0.9', 'en'],
  ['de, nb ; q=0.5', 'nb'],
  ['nb;q=0,en;q=0.1', 'en'],
  ['fr', 'en'],
])('a browser that asks for %j gets %s', (header, locale) => {
  expect(pickLocale(header)).toBe(locale)
})
