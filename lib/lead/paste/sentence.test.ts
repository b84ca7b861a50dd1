import { expect, test } from 'vitest'
import { readSentence } from './sentence.ts'

test.each([
  [
    'Traff Kari Nordmann i dag, hun er salgssjef hos Example AS og vil ha en pris.',
    'Kari Nordmann',
    'salgssjef',
    'Example AS',
  ],
  [
    'Met Jane Doe, head of logistics at Sample Freight Ltd, at the expo.',
    'Jane Doe',
    'head of logistics',
    'Sample Freight Ltd',
  ],
  [
    'Erika Mustermann ist Einkaufsleiterin bei der Muster GmbH und möchte ein Angebot.',
    'Erika Mustermann',
    'Einkaufsleiterin',
    'Muster GmbH',
  ],
  [
    'Snakket med Kari Nordmann fra Example AS. Hun er prosjektleder og vil ha en demo.',
    'Kari Nordmann',
    'prosjektleder',
    'Example AS',
  ],
  ['wants a call in spring', undefined, undefined, undefined],
])('%s', (text, name, title, company) => {
  const told = readSentence(text)
  expect([told.name?.text, told.title?.text, told.company?.text]).toEqual([name, title, company])
})
