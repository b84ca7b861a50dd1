import { expect, test } from 'vitest'
import { isProse } from './prose.ts'

test.each([
  ['Traff Kari Nordmann i dag, hun er salgssjef hos Example AS', true],
  ['Jeg sender tilbudet innen fredag kl. 12.', true],
  ['Chargée de mission transition écologique et solidaire', false],
  ['Communauté de communes du Val d’Exemple', false],
  ['For and on behalf of Placeholder & Partners LLP', false],
  ['Kari Nordmann | Salgssjef | Example AS', false],
])('%s', (line, prose) => expect(isProse(line)).toBe(prose))
