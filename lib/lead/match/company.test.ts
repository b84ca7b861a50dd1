import { describe, expect, it } from 'vitest'
import { companyKey, companyText } from './company.ts'

describe('company names that are one', () => {
  it.each([
    ['Example AS', 'EXAMPLE A/S '],
    ['Example AS', 'example as'],
    ['Example AS', 'Example'],
    ['Example ASA', 'Example, ASA'],
    ['Example AB', 'AB Example'],
    ['Example GmbH & Co. KG', 'Example GmbH'],
    ['Example GmbH', 'example gmbh'],
    ['Example Ltd.', 'Example Limited'],
    ['Example ApS', 'Example'],
    ['Østre Ås AS', 'Oestre Aas'],
    ['Bäckerei Müller GmbH', 'Baeckerei Mueller'],
    ['Example-Bygg AS', 'Example Bygg'],
    ['Sample & Example AS', 'Sample og Example'],
    ['Sample & Example AB', 'Sample and Example'],
    ["O'Sample AB", 'OSample'],
  ])('%s and %s', (one, other) => {
    expect(companyKey(one)).toBe(companyKey(other))
  })
})

describe('company names that are two', () => {
  it.each([
    ['Example AS', 'Sample AS'],
    ['Example', 'Example Bygg'],
    ['Example', 'Example Spa'],
    ['Diplom Is', 'Diplom'],
    ['AS', 'AB'],
  ])('%s and %s', (one, other) => {
    expect(companyKey(one)).not.toBe(companyKey(other))
  })
})

it.each(['', '   ', '!', '&'])('%j is no company', name => {
  expect(companyKey(name)).toBe('')
})

it('begins as it is written, so that its first letters find it', () => {
  for (const typed of ['E', 'Ex', 'exa', 'Example A', 'EXAMPLE AS']) {
    expect(companyText('Example AS').startsWith(companyText(typed))).toBe(true)
  }
})
