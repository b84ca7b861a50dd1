import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readShortLine, type ShortLine } from './shortLine.ts'

test.each<[string, ShortLine]>([
  ['Sample', { name: 'Sample' }],
  ['Sample Person', { name: 'Sample Person' }],
  ['  sample   person ', { name: 'sample person' }],
  // In the order of commas.
  ['Sample Person, Example AS', { name: 'Sample Person', company: 'Example AS' }],
  [
    'Sample Person, Example AS, Nordic Fair',
    { name: 'Sample Person', company: 'Example AS', where: 'Nordic Fair' },
  ],
  ['Sample; Example; Oslo', { name: 'Sample', company: 'Example', where: 'Oslo' }],
  [
    'Sample, Example, Oslo, wants an offer, soon',
    { name: 'Sample', company: 'Example', where: 'Oslo', notes: 'wants an offer, soon' },
  ],
  ['Sample,,Oslo', { name: 'Sample', company: 'Oslo' }],
  ['Sample, University of Example', { name: 'Sample', company: 'University of Example' }],
  // With an address or a number anywhere.
  [
    'Sample Person, Example AS, sample@example.com',
    { name: 'Sample Person', company: 'Example AS', email: 'sample@example.com' },
  ],
  [
    'Sample Person sample@example.com, Example AS',
    { name: 'Sample Person', company: 'Example AS', email: 'sample@example.com' },
  ],
  [
    'Sample Person 22 33 44 55 Example AS',
    { name: 'Sample Person', company: 'Example AS', phone: '22 33 44 55' },
  ],
  ['Sample, +47 912 34 567', { name: 'Sample', phone: '+47 912 34 567' }],
  ['Sample (0047) 22334455', { name: 'Sample', phone: '(0047) 22334455' }],
  [
    'Sample, Example, Oslo 24.11.2026',
    { name: 'Sample', company: 'Example', where: 'Oslo 24.11.2026' },
  ],
  ['sample@example.com', { email: 'sample@example.com' }],
  ['Sample <sample@example.com>', { name: 'Sample', email: 'sample@example.com' }],
  [
    'Sample, a@example.com, b@example.com',
    { name: 'Sample', email: 'a@example.com', company: 'b@example.com' },
  ],
  [
    'Sample, https://www.linkedin.com/in/sample',
    { name: 'Sample', profile: 'https://www.linkedin.com/in/sample' },
  ],
  ['Sample, Bygg 24, stand 1234', { name: 'Sample', company: 'Bygg 24', where: 'stand 1234' }],
  // With words before them, in both languages.
  ['Sample Person at Example', { name: 'Sample Person', company: 'Example' }],
  ['Sample Person @ Example', { name: 'Sample Person', company: 'Example' }],
  ['Sample Person from Example', { name: 'Sample Person', company: 'Example' }],
  ['Sample Person of Example', { name: 'Sample Person', company: 'Example' }],
  ['Sample Person hos Example', { name: 'Sample Person', company: 'Example' }],
  ['Sample Person fra Example', { name: 'Sample Person', company: 'Example' }],
  ['Sample Person ved Example', { name: 'Sample Person', company: 'Example' }],
  ['Sample Person i Example AS', { name: 'Sample Person', company: 'Example AS' }],
  ['Sample Person i Oslo', { name: 'Sample Person', where: 'Oslo' }],
  ['Sample Person in Oslo', { name: 'Sample Person', where: 'Oslo' }],
  ['Sample Person på messa', { name: 'Sample Person', where: 'messa' }],
  [
    'Sample Person hos Example på Nordic Fair',
    { name: 'Sample Person', company: 'Example', where: 'Nordic Fair' },
  ],
  [
    'Sample Person from Example at Nordic Fair',
    { name: 'Sample Person', company: 'Example', where: 'Nordic Fair' },
  ],
  [
    'Sample Person at Nordic Fair from Example',
    { name: 'Sample Person', company: 'Example', where: 'Nordic Fair' },
  ],
  [
    'Sample Person at Bank of Example in Oslo',
    { name: 'Sample Person', company: 'Bank of Example', where: 'Oslo' },
  ],
  [
    'Sample Person, Example, møtt på Nordic Fair',
    { name: 'Sample Person', company: 'Example', where: 'Nordic Fair' },
  ],
  ['Sample Person met at Nordic Fair', { name: 'Sample Person', where: 'Nordic Fair' }],
  ['Sample, på messa, Example', { name: 'Sample', where: 'messa', company: 'Example' }],
  ['Sample, hos Example', { name: 'Sample', company: 'Example' }],
  [
    'Sample hos Example, Nordic Fair, offer',
    { name: 'Sample', company: 'Example', where: 'Nordic Fair', notes: 'offer' },
  ],
  // A word that stands before nothing is a word like any other.
  ['Sample hos', { name: 'Sample hos' }],
  ['Ida På', { name: 'Ida På' }],
  ['', {}],
  [' , ; - ', {}],
])('%j', (line, read) => expect(readShortLine(line)).toEqual(read))

test('no word is lost, but those before a company or a place', () => {
  const word = fc.constantFrom(
    ...['Sample', 'Person', 'Example', 'AS', 'at', 'hos', 'på', 'of', 'met', 'i', ',', ';', '24'],
    ...[
      'a@example.com',
      'b@example.com',
      '22334455',
      '+47 912 34 567',
      'www.example.com',
      '(',
      '–',
    ],
  )
  const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}@.+]+/gu) ?? []
  const before = new Set('at hos på of met i'.split(' '))
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), words => {
      const line = words.join(' ')
      const there = wordsOf(Object.values(readShortLine(line)).join(' '))
      for (const one of wordsOf(line)) {
        if (before.has(one)) continue
        expect(there).toContain(one)
        there.splice(there.indexOf(one), 1)
      }
    }),
  )
})

test('whatever is written, nothing is thrown, and a long line takes no time', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), line => void readShortLine(line)))
  const start = performance.now()
  for (const part of ['1 ', 'a@', 'at ', 'met at ', ' ', 'a.', '+(', 'of x '])
    readShortLine(part.repeat(5000))
  expect(performance.now() - start).toBeLessThan(1000)
})
