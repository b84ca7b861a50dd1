import { expect, test } from 'vitest'
import { readText } from './read.ts'

const of = (text: string, field: string) =>
  readText(text, 'NO')
    .filter(one => one.field === field)
    .map(one => one.value)

test.each([
  [
    'a list',
    '1. Kari Nordmann, salgssjef, Example AS – kari@example.com\n2. Ola Nordmann, innkjøper, Prøve AS – ola@prove.example',
    ['Example AS', 'kari@example.com', ''],
  ],
  [
    'who approves',
    'Kari Nordmann\nInnkjøper\nExample AS\nmob 900 00 001\n\nGodkjenner: Ola Nordmann (økonomisjef), 900 00 002',
    ['Example AS', '', '+4790000001'],
  ],
  [
    'a second signature',
    'Kari Nordmann\nSelger\nExample AS\nMob: 900 00 001\nOla Nordmann\nSjåfør\nMob: 900 00 002',
    ['Example AS', '', '+4790000001'],
  ],
  [
    'names in brackets',
    'Kari Nordmann\nExample AS\nTlf 900 00 001 (Kari) / 900 00 002 (Ola)',
    ['Example AS', '', '+4790000001'],
  ],
  [
    'what a number is for, in brackets',
    'Kari Nordmann\nExample AS\nTlf 900 00 001 (Mobil) / 900 00 002 (Kontor)',
    ['Example AS', '', '+4790000001 +4790000002'],
  ],
  [
    'a company between two people',
    'Kari Nordmann, daglig leder\nOla Nordmann, selger\nExample AS\n22 33 44 55',
    ['Example AS', '', '+4722334455'],
  ],
])('of %s only the first is read', (_, text, [company, email, phones]) => {
  expect(of(text, 'name')).toEqual(['Kari Nordmann'])
  expect(of(text, 'company').join(' ')).toBe(company)
  expect(of(text, 'email').join(' ')).toBe(email)
  expect(of(text, 'phone').join(' ')).toBe(phones)
})
