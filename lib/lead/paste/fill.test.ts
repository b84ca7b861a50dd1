import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DraftFields, newDraft } from '../draft.ts'
import { fillFrom } from './fill.ts'
import { readText } from './read.ts'

const fillIn = (text: string, fields: DraftFields, country: string) =>
  fillFrom(readText(text, country), text, fields)

const blank = newDraft('x', '2026-11-23').fields

test('a signature fills the form, and the rest of it is a note', () => {
  const text =
    'Mvh\nKari Nordmann\nSalgssjef\nExample AS\nTlf: +47 22 33 44 55\nkari@example.com\nStorgata 1, Oslo\nOrg.nr. 911 000 008'
  expect(fillIn(text, blank, 'NO').changed).toEqual({
    ...{ name: 'Kari Nordmann', title: 'Salgssjef', company: 'Example AS' },
    ...{ email: 'kari@example.com', phone: '+4722334455' },
    orgNumber: '911000008',
    notes: 'Mvh\nStorgata 1, Oslo',
  })
})

test.each([
  ['a sentence', 'wants a call in spring', { notes: 'wants a call in spring' }],
  ['a date, which is no phone number', 'see you 2026', { notes: 'see you 2026' }],
  [
    'a profile',
    'https://www.linkedin.com/in/kari',
    { profile: 'https://www.linkedin.com/in/kari' },
  ],
])('%s', (_, text, changed) => expect(fillIn(text, blank, 'NO').changed).toEqual(changed))

test('a field with text in it is left alone, and what was pasted goes to the notes', () => {
  const fields = { ...blank, email: 'kept@example.com', notes: 'Kept' }
  const { changed, pasted } = fillIn('new@example.com', fields, 'NO')
  expect(changed).toEqual({ notes: 'Kept\nnew@example.com' })
  expect(pasted).toEqual([])
})

test('each filled field says what it was read from, its label included', () => {
  const { pasted } = fillIn('Mobil: 912 34 567', blank, 'NO')
  expect(pasted).toEqual([{ field: 'phone', value: '+4791234567', from: 'Mobil: 912 34 567' }])
})

const line = fc.oneof(
  fc.constantFrom(
    'Kari Nordmann',
    'Salgssjef | Example AS',
    'kari@example.com',
    'Fax: 22 33 44 56',
  ),
  fc.constantFrom(
    'Tlf +47 22 33 44 55 / 912 34 567',
    '> skrev Ola:',
    'Mvh',
    '<b>x</b>',
    '=A1(2)',
    'BEGIN:VCARD',
  ),
  fc.constantFrom('FN:Kari Nordmann', 'TEL:22334455', 'www.example.com', 'Org.nr. 911 000 008'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

test('nothing is thrown away: each word that was pasted is in a field’s source or in the notes', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      fc.constantFrom('\n', ' ', '\r\n'),
      (lines, mark) => {
        const text = lines.join(mark)
        const { changed, pasted } = fillIn(text, blank, 'NO')
        const kept = words([changed.notes ?? '', ...pasted.map(({ from }) => from)].join('\n'))
        const count = (all: string[]) => all.join('').length
        for (const word of words(text)) expect(kept.join(' ')).toContain(word)
        expect(count(kept)).toBeGreaterThanOrEqual(count(words(text)))
      },
    ),
  )
})

test('all addresses and numbers of a signature come into their fields, and go back together', () => {
  const text =
    'Kari Nordmann\nTlf: 22 33 44 55\nMobil: 912 34 567\nkari@example.com\npost@example.com'
  const { changed, pasted } = fillIn(text, blank, 'NO')
  expect(changed).toEqual({
    name: 'Kari Nordmann',
    email: 'kari@example.com, post@example.com',
    phone: '+4722334455, +4791234567',
  })
  expect(pasted.find(({ field }) => field === 'phone')?.from).toBe(
    'Tlf: 22 33 44 55 Mobil: 912 34 567',
  )
})
