import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitRun, withLines } from './oneLine.ts'

test.each([
  [
    'Kari Nordmann Key Account Manager Example Transport AS',
    'Kari Nordmann|Key Account Manager|Example Transport AS',
  ],
  ['Kari Kari Nordmann Salgssjef', 'Kari|Kari Nordmann|Salgssjef'],
  ['Kari Nordmann', 'Kari Nordmann'],
  ['Example Sample AS', 'Example Sample AS'],
])('%s', (row, rows) => expect(splitRun(row, ['example']).split('\n')).toEqual(rows.split('|')))

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
