import { expect, test } from 'vitest'
import { matchesLocal, readName } from './name.ts'

test.each([
  ['Kari Nordmann', 'Kari Nordmann'],
  ['KARI-ANNE NORDMANN', 'Kari-Anne Nordmann'],
  ['Nordmann, Kari', 'Kari Nordmann'],
  ['Jean DUPONT', 'Jean Dupont'],
  ['Jan van der Voorbeeld', 'Jan van der Voorbeeld'],
  ["Mary O'Sample", "Mary O'Sample"],
  ['H.C. Nordmann', 'H.C. Nordmann'],
  ['John Q. Doe Jr.', 'John Q. Doe Jr.'],
  ['i. V. Dr.-Ing. Erika Mustermann', 'Erika Mustermann'],
  ['Prof. Dr. med. Erika Mustermann', 'Erika Mustermann'],
  ['siv.ing. Kari Nordmann, MNIF', 'Kari Nordmann'],
  ['Jane Doe (she/her) MBA', 'Jane Doe'],
  ['v/ Kari Nordmann', 'Kari Nordmann'],
  ['Advokat Kari Nordmann', 'Kari Nordmann'],
  ['Advokat (H) Kari Nordmann', 'Kari Nordmann'],
  ['Overlege dr.med. Kari Nordmann', 'Kari Nordmann'],
  ['Daglig leder Kari Nordmann', 'Kari Nordmann'],
  ['Dr Jane Doe FRCP', 'Jane Doe'],
  ['Sean McIver', 'Sean McIver'],
  ['Nor-Example Week', undefined],
  ['Storgata 1', undefined],
  ['Best regards', undefined],
  ['hello there', undefined],
  ['kari@example.com', undefined],
])('%s', (text, name) => expect(readName(text)?.name).toBe(name))

test.each([
  ['Kari Nordmann', 'kari.nordmann', 2],
  ['Kari Nordmann', 'knordmann', 2],
  ['Kari Nordmann', 'kn', 2],
  ['Kari Nordmann', 'kari', 1],
  ['Bjørn Åse', 'bjoern.aase', 2],
  ['Kari Nordmann', 'post', 0],
])('%s is in %s: %i', (name, local, how) => expect(matchesLocal(name, local)).toBe(how))
