import { expect, test } from 'vitest'
import { endOfLegalForm, hasLegalForm, isLegalForm } from './legalForms.ts'

test.each([
  ...['Example AS', 'Example A/S', 'Example GmbH & Co. KG', 'Example S.p.A.', 'Example, Inc.'],
  ...[
    'EXAMPLE LTD',
    'Example Oy Ab',
    'Example B.V.',
    'Example Sp. z o.o.',
    'Example ApS',
    'AB Example',
  ],
])('%s has one', text => expect(hasLegalForm(text)).toBe(true))

test.each(['Kari Nordmann', 'As you like', 'Basel', 'Assist', '1012 AB Amsterdam'])(
  '%s has none',
  text => expect(hasLegalForm(text)).toBe(false),
)

test('what follows it is no part of the name', () => {
  const text = 'Example AS is certified'
  expect(text.slice(0, endOfLegalForm(text))).toBe('Example AS')
})

test.each(['Fastighets AB Exempel', 'Rederi AB Exempel', 'Prøve & Co Bygg AS'])(
  'the end of %s is the end of the name',
  text => expect(endOfLegalForm(text)).toBe(text.length),
)

test.each(['GmbH & Co. KG', 'Inc.', 'AS'])('%s is nothing else', text =>
  expect(isLegalForm(text)).toBe(true),
)
