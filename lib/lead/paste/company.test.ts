import { expect, test } from 'vitest'
import { brandOf, brandScore, trimCompany } from './company.ts'

test.each([
  ['www.example-packaging.com', 'examplepackaging'],
  ['finnoy.example.com', 'finnoy'],
  ['sample.kommune.no', 'sample'],
  ['gmail.com', ''],
  ['hotmail.no', ''],
])('the brand of %s', (host, brand) => expect(brandOf(host)).toBe(brand))

test.each([
  ['Prøve & Modell AS', 'provemodell'],
  ['Søgaards Blomster', 'soegaardsblomster'],
  ['Cobalt Finch Labs', 'cobaltfinch'],
  ['Pine & Sample', 'pineandsample'],
  ['Malerfirma Sample', 'firmasample'],
  ['Sample Health', 'samplehealth'],
])('%s is %s', (text, brand) => expect(brandScore(text, brand)).toBeGreaterThanOrEqual(0.5))

test.each([
  ['Example AS (org. 911 000 008)', 'Example AS'],
  ['hos Example AS', 'Example AS'],
  ['Firma: Example GmbH', 'Example GmbH'],
  ['Prøve Regnskap c/o Kontorhuset', 'Prøve Regnskap'],
  ['Exempel AB (publ)', 'Exempel AB (publ)'],
  ['Société Exemple', 'Société Exemple'],
])('%s', (text, company) => expect(trimCompany(text)).toBe(company))
