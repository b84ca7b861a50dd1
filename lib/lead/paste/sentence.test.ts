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
  [
    'Jeg heter Kari Nordmann og er innehaver av Eksempel Blomster. Kan dere ringe meg?',
    'Kari Nordmann',
    'innehaver',
    'Eksempel Blomster',
  ],
  [
    'Our new contact is Jane Doe, who takes over as our new account lead at Sample Ltd from May.',
    'Jane Doe',
    'account lead',
    'Sample Ltd',
  ],
  [
    'Kontakten vår på Prøvestasjonen Ytre heiter Kari Nordmann og er røktar; ho svarer heile døgnet.',
    'Kari Nordmann',
    'røktar',
    'Prøvestasjonen Ytre',
  ],
  [
    'Snakket med Kari Nordmann på stand 14. Hun er innkjøpssjef i Prøve Hotell og vil ha tilbud.',
    'Kari Nordmann',
    'innkjøpssjef',
    'Prøve Hotell',
  ],
  ['Please call our buyer Jane Doe at Sample Foods.', 'Jane Doe', 'buyer', 'Sample Foods'],
  ['wants a call in spring', undefined, undefined, undefined],
])('%s', (text, name, title, company) => {
  const told = readSentence(text)
  expect([told.name?.text, told.title?.text, told.company?.text]).toEqual([name, title, company])
})
