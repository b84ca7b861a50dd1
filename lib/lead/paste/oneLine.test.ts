import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginsAsCard, withLines } from './oneLine.ts'
import { readText } from './read.ts'

test('lines that are there stay as they are', () => {
  expect(withLines('Kari Nordmann\nTlf 22 33 44 55 www.example.com', [])).not.toMatch(/55\n/)
})

test('only spaces become breaks, and each other letter stays where it was', () => {
  const word = fc.constantFrom(
    'Kari',
    'Nordmann',
    'Salgssjef',
    'Example',
    'AS',
    'Tlf:',
    '22334455',
    'www.example.com',
    'Mvh',
    '–',
    'a@example.com',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), words => {
      const text = words.join(' ')
      expect(withLines(text, ['example']).replace(/\n/g, ' ')).toBe(text)
    }),
  )
})

test.each([
  ['Kari Nordmann Salgssjef Example AS. Jeg er på ferie.', true],
  ['Kari Nordmann, salgssjef i Example AS, ringer i morgen.', false],
  ['Møtte salgssjefen i går.', false],
  ['', false],
])('%s', (text, begins) => expect(beginsAsCard(text)).toBe(begins))

const of = (text: string, field: string) =>
  readText(text, 'NO')
    .filter(one => one.field === field)
    .map(one => one.value)

test.each([
  ['Takk! Mvh Kari Nordmann Salgssjef Example AS', 'Kari Nordmann'],
  ['HELLO my name is JANE DOE Buyer Example Ltd', 'Jane Doe'],
  ['Cheers, Jane Doe she/her/hers Vice President, People Example Freight LLC', 'Jane Doe'],
  ['Hilsen fra Kari Prøve Nordmann Veterinær Example AS', 'Kari Prøve Nordmann'],
  ['Takk 😊 Hilsen Kari Nordmann 👷 Anleggsleder 🏢 Example AS', 'Kari Nordmann'],
  ['Hilsen Kari -- Kari Prøve Nordmann rådgiver Example AS', 'Kari Prøve Nordmann'],
  ['Takk for at du ringte. Kari Nordmann Salgssjef Example AS', 'Kari Nordmann'],
])('in %s the name is %s', (text, name) => expect(of(text, 'name')).toEqual([name]))

test('whoever is asked instead is not who wrote', () => {
  const text =
    'Jane Doe Buyer Example Ltd jane@example.com I am away. For urgent matters contact John Doe on 22 33 44 55 or john@example.com.'
  expect([of(text, 'name'), of(text, 'email'), of(text, 'phone')]).toEqual([
    ['Jane Doe'],
    ['jane@example.com'],
    [],
  ])
})
