import { expect, test } from 'vitest'
import { allWords } from './allWords.ts'
import { defaultCountry, type Language, type Locale, loadWords, pickLocale } from './words.ts'

test.each<[Language, string[], string]>([
  ['auto', ['nb-NO', 'en'], 'nb'],
  ['auto', ['no'], 'nb'],
  ['auto', ['nn-NO', 'nb'], 'nn'],
  ['auto', ['sv-FI'], 'sv'],
  ['auto', ['fi', 'da-DK', 'sv'], 'da'],
  ['auto', ['de-DE', 'nb'], 'nb'],
  ['auto', ['de-DE'], 'en'],
  ['auto', [], 'en'],
  ['en', ['nb-NO'], 'en'],
  ['nb', ['en-US'], 'nb'],
  ['nn', ['nb-NO'], 'nn'],
])('%s with %j is %s', (language, browser, locale) => {
  expect(pickLocale(language, browser)).toBe(locale)
})

test('sentences have their placeholders filled and know one from many', async () => {
  const { t } = await loadWords('en', allWords)
  expect(t('leads.promoted', { count: 1 })).toBe('One person was promoted.')
  expect(t('leads.promoted', { count: 500 })).toBe('500 people were promoted.')
  expect((await loadWords('nb', allWords)).t('leads.select', { name: 'X' })).toBe('Velg X')
})

test.each<[Locale, string]>([
  ['en', '1,234 of 100,000'],
  ['nb', '1\u00a0234 av 100\u00a0000'],
  ['nn', '1\u00a0234 av 100\u00a0000'],
  ['sv', '1\u00a0234 av 100\u00a0000'],
  ['da', '1.234 af 100.000'],
])('numbers are written as in %s', async (locale, written) => {
  const { t } = await loadWords(locale, allWords)
  expect(t('leads.progress-done', { done: 1234, total: 100_000 })).toContain(written)
})

test('what somebody else wrote stays as it is in a sentence', async () => {
  const { t } = await loadWords('en', allWords)
  const reason = "{count} <b>'it'</b> # {0}"
  expect(t('state.needs-you', { reason })).toBe(`Needs you: ${reason}`)
})

test.each([
  [['nb-NO'], 'NO'],
  [['en', 'sv-SE'], 'SE'],
  [['en'], 'NO'],
  [[], 'NO'],
])('phone numbers without a country in a browser of %j are of %s', (browser, country) => {
  expect(defaultCountry(browser)).toBe(country)
})
