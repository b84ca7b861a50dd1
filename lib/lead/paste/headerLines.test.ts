import { expect, test } from 'vitest'
import { headerLines } from './headerLines.ts'
import { readText } from './read.ts'

test.each([
  'Fra: Kari Nordmann <kari@example.com>\nSendt: i går 10.20\nTil: Ola Nordmann\nEmne: Prøve\nHei, her er det.',
  'From: Jane Doe <jane@example.com>\nTo: John Doe\nSubject: Sample\nHi John, here it is.',
])('%j gets its lines again', lined => expect(headerLines(lined.replaceAll('\n', ' '))).toBe(lined))

test.each([
  'Fra: Kari Nordmann',
  'Kari Nordmann Til: Ola Nordmann Emne: Prøve',
  'Fra: Kari\nTil: Ola Emne: Prøve',
])('%j stays as it is', text => expect(headerLines(text)).toBe(text))

test('who wrote is read, and not who was written to', () => {
  const text =
    'Til: Ola Nordmann <ola@example.org> Fra: Kari Prøve <kari@example.com> Hei Ola! Vi sier ja takk til det. Kari Prøve Daglig leder, Prøve Interiør Mob: 22 33 44 55'
  const found = readText(text, 'NO').map(one => [one.field, one.value])
  expect(found).toContainEqual(['name', 'Kari Prøve'])
  expect(found).toContainEqual(['title', 'Daglig leder'])
  expect(found.flat()).not.toContain('ola@example.org')
})

test('below the header of one mail nobody else begins', () => {
  const text =
    'Fra: Kari Nordmann <kari@example.com> Sendt: i dag Til: ola@example.org Hei, kan dere levere i morgen i stedet? Kari Nordmann Daglig leder Example AS tlf. 22 33 44 55'
  expect(readText(text, 'NO').map(one => one.value)).toEqual([
    'Kari Nordmann',
    'Daglig leder',
    'Example AS',
    'kari@example.com',
    '+4722334455',
  ])
})

test('nor is who is quoted behind an angle', () => {
  const text =
    'Mvh Kari Nordmann Salgssjef Example AS tlf 22 33 44 55 > Den 1. mai skrev Ola Prøve <ola@example.org>: > Hei Kari, når kan dere? > Hilsen Ola, 55 44 33 22'
  const found = readText(text, 'NO').map(one => one.value)
  expect(found).toEqual(['Kari Nordmann', 'Salgssjef', 'Example AS', '+4722334455'])
})

test('who is quoted is not who wrote', () => {
  const text =
    'Mvh Kari Nordmann Salgssjef Example AS tlf 22 33 44 55 1. mai 2025 kl. 08:12 skrev Ola Prøve <ola@example.org>: Hei Kari, jeg nås på 55 44 33 22. Hilsen Ola Prøve Lærer, Prøve skole'
  const found = readText(text, 'NO').map(one => one.value)
  expect(found).toEqual(['Kari Nordmann', 'Salgssjef', 'Example AS', '+4722334455'])
})
