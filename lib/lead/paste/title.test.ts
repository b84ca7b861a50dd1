import { expect, test } from 'vitest'
import { isDepartment, titleScore } from './title.ts'

test.each([
  ...['Salgssjef', 'Daglig leder / CEO', 'Kommunaldirektør helse og velferd', 'Dagleg leiar'],
  ...['Inköpsansvarig', 'VD & delägare', 'Salgs- og marketingchef', 'Værkfører', 'Indehaver'],
  ...['Head of Procurement', 'Regional Sales Manager', 'Co-Founder', 'Staff Engineer', 'CTO'],
  ...['Leiterin Einkauf', 'Sachbearbeiterin', 'Vertriebsingenieur', 'Geschäftsführer'],
  ...['Toimitusjohtaja', 'Projektipäällikkö', 'Responsable des achats', 'Directrice générale'],
  ...['Kommunikatör', 'Lærling, kontorfag', 'Ekspeditør', 'Receptionist', 'Jordemoder', 'Hieroja'],
  ...['Auszubildende', 'Infirmière', 'Proprietor', 'Zaakvoerster', 'Kierownik magazynu'],
  ...['Jefe de compras', 'Directora de Marketing', 'Responsabile Commerciale', 'Hoofd Inkoop'],
])('%s is a job', text => expect(titleScore(text)).toBeGreaterThanOrEqual(3))

test.each([
  'Kari Nordmann',
  'Example',
  'Storgata 1',
  'Norrskogens Trävaru',
  'Example Consultants',
  'Anna Lindqvist',
  'Med vennlig hilsen',
])('%s is none', text => expect(titleScore(text)).toBeLessThan(2.5))

test.each(['Rådmannens stab', 'Salgsavdelingen', 'Department of Samples', 'Abteilung Einkauf'])(
  '%s is a department',
  text => expect(isDepartment(text)).toBe(true),
)
