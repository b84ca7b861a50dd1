import { expect, test } from 'vitest'
import { countryOf, parsePreferences } from './preferences.ts'

test.each([
  [undefined, { language: 'auto', country: 'auto', notesSpelling: false }],
  ['x', { language: 'auto', country: 'auto', notesSpelling: false }],
  [
    { language: 'xx', country: 'se', notesSpelling: 'yes' },
    { language: 'auto', country: 'auto', notesSpelling: false },
  ],
  [
    { language: 'nb', country: 'SE', notesSpelling: true, more: 1 },
    { language: 'nb', country: 'SE', notesSpelling: true },
  ],
])('%j is read as %j', (value, preferences) => expect(parsePreferences(value)).toEqual(preferences))

test.each([
  ['auto', 'SE'],
  ['DK', 'DK'],
])('phone numbers of somebody who chose %s are of %s', (country, expected) => {
  const chosen = { ...parsePreferences(undefined), country }
  expect(countryOf(chosen, ['sv-SE', 'nb-NO'])).toBe(expected)
})
