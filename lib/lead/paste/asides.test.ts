import { expect, test } from 'vitest'
import { asidesIn } from './asides.ts'

const CARD = 'Kari Nordmann\nExample AS\n22 33 44 55\n'

test.each([
  ['', []],
  [
    '\nKlager kan alltid sendes til klage@example.com.',
    ['Klager kan alltid sendes til klage@example.com.'],
  ],
  [
    '\nVi holder stengt i uke 29.\nFor hjelp: ring 70 80 12 12',
    ['Vi holder stengt i uke 29.\nFor hjelp: ring 70 80 12 12'],
  ],
  ['Er du ikke fornøyd? Ombudet: 57 65 02 99', ['Er du ikke fornøyd? Ombudet: 57 65 02 99']],
  ['Spørsmål? Ring meg på 22 33 44 55', []],
  ['\nMobil: 900 00 000', []],
  ['\nProver Consulting Ltd.', []],
])('beneath a card, %j', (text, told) => {
  const all = CARD + text
  expect(asidesIn(all).map(({ start, end }) => all.slice(start, end))).toEqual(told)
})

test('a sentence above all addresses is no aside', () => {
  expect(asidesIn(`Vi holder stengt i hele uke 29.\n\n${CARD}`)).toEqual([])
})
