import { expect, test } from 'vitest'
import { splitRun } from './run.ts'

test.each([
  [
    'Kari Nordmann Key Account Manager Example Transport AS',
    'Kari Nordmann|Key Account Manager|Example Transport AS',
  ],
  ['Kari Kari Nordmann Salgssjef', 'Kari|Kari Nordmann|Salgssjef'],
  ['Kari Nordmann VP Sales EMEA Prøve AS', 'Kari Nordmann|VP Sales EMEA|Prøve AS'],
  ['Kari Nordmann Salgs- og markedssjef Prøve AS', 'Kari Nordmann|Salgs- og markedssjef|Prøve AS'],
  [
    'Ola Nordmann Advokat Advokatfirmaet Example & Co DA',
    'Ola Nordmann|Advokat|Advokatfirmaet Example & Co DA',
  ],
  [
    'Kari Nordmann Kommunikasjonssjef Prøvebygda kommune',
    'Kari Nordmann|Kommunikasjonssjef|Prøvebygda kommune',
  ],
  ['Kari Nordmann', 'Kari Nordmann'],
  ['Example Sample AS', 'Example Sample AS'],
  // What stands before the word that the address knows is of the name too.
  [
    'Kari Nordmann Daglig leder Verkstedet Example AS',
    'Kari Nordmann|Daglig leder|Verkstedet Example AS',
  ],
  ['Jane Doe Curator The Example Archive', 'Jane Doe|Curator|The Example Archive'],
  // But not what belongs to the job.
  [
    'Erika Mustermann Leiterin Werkstatt Example GmbH',
    'Erika Mustermann|Leiterin Werkstatt|Example GmbH',
  ],
  [
    'Kari Nordmann Regionsjef Midt Example Vakt AS',
    'Kari Nordmann|Regionsjef Midt|Example Vakt AS',
  ],
  ['Jane Doe Head of Machine Example Ltd', 'Jane Doe|Head of Machine|Example Ltd'],
  ['Jane Doe Responsable de Calidad Example SL', 'Jane Doe|Responsable de Calidad|Example SL'],
  ['Jane Doe Estate Manager Example Ltd', 'Jane Doe|Estate Manager|Example Ltd'],
  [
    'Kari Nordmann Inspektør Miljø- og byggavdelingen Example kommune',
    'Kari Nordmann|Inspektør|Miljø- og byggavdelingen|Example kommune',
  ],
  // A job that is a surname too.
  ['Kari Nordmann Kokk Example AS', 'Kari Nordmann|Kokk|Example AS'],
  ['Dag Nordmann Jr. Salgssjef Example AS', 'Dag Nordmann Jr.|Salgssjef|Example AS'],
  ['Jane Doe Front of House Manager', 'Jane Doe|Front of House Manager'],
  ['Bostads AB Exempel', 'Bostads AB Exempel'],
  // Headings, and the company first.
  ['Vår ansatte Kari Nordmann Rørlegger', 'Vår ansatte|Kari Nordmann|Rørlegger'],
  ['Presse: Kari Nordmann Salgssjef', 'Presse:|Kari Nordmann|Salgssjef'],
  ['Example Bygg Ola Nordmann Snekker', 'Example Bygg|Ola Nordmann|Snekker'],
  ['Prøve Snekkeri Ola J. Nordmann Snekker', 'Prøve Snekkeri|Ola J. Nordmann|Snekker'],
  // The company has the surname.
  ['Ola Nordmann Nordmann Bygg AS', 'Ola Nordmann|Nordmann Bygg AS'],
  ['Prøves Bed & Breakfast', 'Prøves Bed & Breakfast'],
])('%s', (row, rows) => expect(splitRun(row, ['example']).split('\n')).toEqual(rows.split('|')))
