import { expect, it } from 'vitest'
import { countryOf } from './country.ts'

it.each([
  [['+4722334455'], '', [], 'NO'],
  [['+4712345678'], 'example.se', [], 'NO'],
  [['+46812345678'], '', [], 'SE'],
  [['+4533121212'], '', [], 'DK'],
  [['+493012345678'], '', [], 'DE'],
  [['+4314000'], '', [], 'AT'],
  [['+442079460000'], '', [], 'GB'],
  [['+12125550100'], '', [], 'US'],
  [['+35891234567'], '', [], 'FI'],
  [[], 'https://www.example.no/om-oss', [], 'NO'],
  [[], 'example.de', [], 'DE'],
  [[], 'example.co.uk', [], 'GB'],
  [[], 'https://example.dk:8443/?a=b.se', [], 'DK'],
  [[], '', ['sample@mail.example.se'], 'SE'],
  [[], '', ['sample@example.com', 'sample@example.at'], 'AT'],
  [[], 'example.com', ['sample@example.fi'], 'FI'],
  [[], 'example.se', ['sample@example.fi'], 'SE'],
  [[], 'example.io', ['sample@example.nu'], undefined],
  [[], 'not an address', ['nobody'], undefined],
  [['+999'], '', [], undefined],
  [[], '', [], undefined],
])('%j, %s, %j: %s', (phones, website, emails, country) => {
  expect(countryOf({ phones, website, emails })).toBe(country)
})
