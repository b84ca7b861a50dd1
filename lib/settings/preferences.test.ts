import { expect, test } from 'vitest'
import { parsePreferences } from './preferences.ts'

test.each([
  [undefined, { language: 'auto', notesSpelling: false }],
  ['x', { language: 'auto', notesSpelling: false }],
  [
    { language: 'xx', notesSpelling: 'yes' },
    { language: 'auto', notesSpelling: false },
  ],
  [
    { language: 'nb', notesSpelling: true, more: 1 },
    { language: 'nb', notesSpelling: true },
  ],
])('%j is read as %j', (value, preferences) => expect(parsePreferences(value)).toEqual(preferences))
