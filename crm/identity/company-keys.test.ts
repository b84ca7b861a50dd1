import { describe, expect, it } from 'vitest'
import { companyKeys, companyNameKey, domainKey, numberKey } from './company-keys.ts'

describe('company names that are one', () => {
  it.each([
    ['Acme AS', 'ACME A/S '],
    ['Acme AS', 'acme'],
    ['Acme AS', 'Acme, A.S.'],
    ['Acme B.V.', 'Acme BV'],
    ['Acme GmbH & Co. KG', 'Acme GmbH'],
    ['Acme Ltd.', 'Acme Limited'],
    ['Ａｃｍｅ AS', 'Acme AS'],
    ['Straße AG', 'STRASSE AG'],
    ['Acme-Bygg', 'Acme  Bygg'],
    ["O'Sample AB", 'OSample AB'],
    ['Acme I/S', 'Acme'],
    ['A / S', 'AS'],
    ['Acme\tOyj', 'Acme'],
  ])('%j and %j', (one, other) => {
    expect(companyNameKey(one)).toBe(companyNameKey(other))
  })
})

describe('company names that are two', () => {
  it.each([
    ['Acme', 'Acme Bygg'],
    ['Acme', 'Acme Spa'],
    ['Diplom Is', 'Diplom'],
    ['AS', 'AB'],
    ['C++ AS', 'C AS'],
    ['Nord AB AS', 'Nord AS'],
    ['Åsen', 'Asen'],
    ['Asa', 'A'],
  ])('%j and %j', (one, other) => {
    expect(companyNameKey(one)).not.toBe(companyNameKey(other))
  })
})

it.each([
  ['AS', 'as'],
  ['A/S', 'as'],
  ['I/S', 'i s'],
  ['Limited', 'limited'],
  ['!!!', '!!!'],
  ['.', '.'],
])('the company called just %j keeps its name', (name, key) => {
  expect(companyNameKey(name)).toBe(key)
})

it.each([
  ['923609016', '923609016'],
  ['923 609 016', '923609016'],
  ['NO 923 609 016 MVA', '923609016'],
  ['Org.nr. 923609016', '923609016'],
  ['SE556012-5790', 'se5560125790'],
  ['unknown', null],
  ['-', null],
])('the organisation number %j is compared as %j', (given, key) => {
  expect(numberKey(given)).toBe(key)
})

it.each([
  ['https://www.Example.no/about?x=1', 'example.no'],
  ['http://example.no.', 'example.no'],
  ['https://shop.example.no', 'shop.example.no'],
  ['https://example.no:8443/', 'example.no'],
  ['https://ØL.example/', 'xn--l-4ga.example'],
  ['https://www.linkedin.com/company/example', null],
  ['https://no.linkedin.com/company/example', null],
  ['https://m.facebook.com/example', null],
  ['https://notfacebook.com', 'notfacebook.com'],
  ['http://192.0.2.1/', null],
  ['http://[2001:db8::1]/', null],
  ['http://intranet/', null],
  ['nonsense', null],
])('the website %j stands for %j', (website, domain) => {
  expect(domainKey(website)).toBe(domain)
})

it('takes no key from what a lead does not say', () => {
  expect(companyKeys({ name: 'Example AS' })).toEqual({
    number: null,
    domain: null,
    name: 'example',
  })
})
