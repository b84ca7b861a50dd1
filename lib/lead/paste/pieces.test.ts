import { expect, test } from 'vitest'
import { beginsWithGivenName } from './givenNames.ts'
import { readText } from './read.ts'

const fieldsOf = (text: string) =>
  Object.fromEntries(readText(text, 'NO').map(({ field, value }) => [field, value]))

test.each([
  ['Etternavn: Nordmann\nFornavn: Kari\nFirma: Example AS\nBord: Ola Prøve', 'Kari Nordmann'],
  ['First name: Jane\nLast name: Doe\nCompany: Example Ltd', 'Jane Doe'],
  ['Nachname: Mustermann\nVorname: Erika', 'Erika Mustermann'],
])('a form that asks for both halves of a name: %j', (text, name) =>
  expect(fieldsOf(text).name).toBe(name),
)

test('half a name is no whole one', () =>
  expect(fieldsOf('Etternavn: Nordmann\nFirma: Example AS').name).toBeUndefined())

test.each([
  ['Kari Nordmann\nDaglig leder\nOla Prøves Trykkeri AS', 'Ola Prøves Trykkeri AS'],
  [
    'Mit freundlichen Grüßen\n\nErika Mustermann\nVertrieb\nMax Muster Söhne GmbH',
    'Max Muster Söhne GmbH',
  ],
])('a company that is called after somebody: %j', (text, company) =>
  expect(fieldsOf(text).company).toBe(company),
)

test.each([
  ['Kari Nordmann', true],
  ['Åse Nordmann', true],
  ['Ann-Kristin Nordmann', true],
  ['Nordmann Kari', false],
  ['Example Packaging', false],
  ['', false],
])('%j begins with a given name: %s', (name, does) => expect(beginsWithGivenName(name)).toBe(does))
