import { expect, test } from 'vitest'
import { readVcard } from './vcard.ts'

const read = (...lines: string[]) => {
  const found = readVcard(['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\n'), 'NO')
  return found.map(({ field, value }) => `${field} ${value}`)
}

test.each([
  ['the full name', ['FN:Kari Nordmann', 'N:X;Y;;;'], ['name Kari Nordmann']],
  ['a name from its parts', ['N:Doe;John;Q.;Mr;Jr.'], ['name John Q. Doe Jr.']],
  ['a company without its unit', ['ORG:Example AS;Sales'], ['company Example AS']],
  ['an escaped comma', ['TITLE:Sales\\, North'], ['title Sales, North']],
  ['a folded line', ['ORG:Exam', ' ple AS'], ['company Example AS']],
  ['quoted-printable', ['ORG;ENCODING=QUOTED-PRINTABLE:B=C3=A6re=', ' AS'], ['company Bære AS']],
  ['no fax', ['TEL;TYPE=WORK,FAX:22334455', 'TEL;FAX:22334455'], []],
  ['a phone as an address', ['TEL;VALUE=uri:tel:+47-22-33-44-55'], ['phone +4722334455']],
  ['a firm’s own card', ['N:;;;;', 'FN:Example AS', 'ORG:Example AS'], ['company Example AS']],
  ['a group’s label', ['item1.TEL:22334455', 'item1.X-ABLabel:Fax'], []],
  [
    'a profile',
    ['X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/kari'],
    ['profile https://www.linkedin.com/in/kari'],
  ],
])('%s', (_, lines, fields) => expect(read(...lines)).toEqual(fields))

test('the short form of a card is read', () => {
  const found = readVcard('MECARD:N:Nordmann,Kari;ORG:Example AS;TEL:22334455;;', 'NO')
  expect(found.map(({ value }) => value)).toEqual(['Kari Nordmann', 'Example AS', '+4722334455'])
})
