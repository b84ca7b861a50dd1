import { expect, test } from 'vitest'
import { readText } from './read.ts'

const of = (text: string, field: string, country = 'NO') =>
  readText(text, country)
    .filter(one => one.field === field)
    .map(one => one.value)

test.each([
  ['Example Blomster v/ Kari Nordmann', 'Kari Nordmann', 'Example Blomster'],
  ['Example Fisk AS: Kari Nordmann (innkjøper)\n22 33 44 55', 'Kari Nordmann', 'Example Fisk AS'],
  ['Innkalt av: Kari Nordmann, driftsleder, Example AS', 'Kari Nordmann', 'Example AS'],
  ['17. Kari Nordmann – Example Elektro AS, installatør', 'Kari Nordmann', 'Example Elektro AS'],
  ['Salgssjef\nKari Nordmann\nExample AS\nBestill: 22 33 44 55', 'Kari Nordmann', 'Example AS'],
  ['John Doe\nConsultant Cardiologist & Clinical Lead\nExample Ltd', 'John Doe', 'Example Ltd'],
])('%j is of %s', (text, name, company) => {
  expect(of(text, 'name')).toEqual([name])
  expect(of(text, 'company')).toEqual([company])
})
