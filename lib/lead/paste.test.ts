import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newDraft } from './draft.ts'
import { readPaste } from './paste.ts'

const blank = newDraft('x', '2026-11-23').fields

test.each([
  [
    'a signature',
    'Sample Person\nHead of Samples\nExample AS\n+47 22 33 44 55\nsample@example.com',
    {
      name: 'Sample Person',
      email: 'sample@example.com',
      phone: '+47 22 33 44 55',
      notes: 'Head of Samples\nExample AS',
    },
  ],
  ['a link', 'https://example.com/in/sample', { profile: 'https://example.com/in/sample' }],
  ['a sentence', 'wants a call in spring', { notes: 'wants a call in spring' }],
  ['a date, which is no phone number', 'see you 2026', { notes: 'see you 2026' }],
])('%s is read', (_, text, fields) => expect(readPaste(text, blank)).toEqual(fields))

test('a field with text in it is left alone, and what was pasted goes to the notes', () => {
  const fields = { ...blank, email: 'kept@example.com', notes: 'Kept' }
  expect(readPaste('new@example.com', fields)).toEqual({ notes: 'Kept\nnew@example.com' })
})

test('nothing is thrown away: each word that was pasted stands somewhere', () => {
  const line = fc.constantFrom('Sample Person', 'sample@example.com', '+4722334455', 'a word', 'x1')
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), lines => {
      const there = Object.values(readPaste(lines.join('\n'), blank)).join('\n')
      return lines.every(pasted => there.includes(pasted))
    }),
  )
})
