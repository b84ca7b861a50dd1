import { type Messages, setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allWords } from './allWords.ts'
import { createFiller, type Sentence } from './sentence.ts'
import { LOCALES } from './words.ts'

const filled = (tag: string, message: string, values: Record<string, string | number> = {}) =>
  createFiller(tag)(compileMessage(message) as Sentence, values)

test.each([
  ['Nothing to fill', {}, 'Nothing to fill'],
  ['{who} at {where}', { who: 'Sample', where: 'Example AS' }, 'Sample at Example AS'],
  ['{who}, {who}', { who: '{who}' }, '{who}, {who}'],
  ['So {who}', {}, 'So '],
  ['{who}', { who: '\\u0041' }, '\\u0041'],
  ['{done, number} of {all, number}', { done: 1234, all: 100_000 }, '1,234 of 100,000'],
  ['{n, plural, =0 {none} one {# lead} other {# leads}}', { n: 0 }, 'none'],
  ['{n, plural, =0 {none} one {# lead} other {# leads}}', { n: 1 }, '1 lead'],
  ['{n, plural, =0 {none} one {# lead} other {# leads}}', { n: 12_345 }, '12,345 leads'],
  ['# {n, plural, other {{who} and #}}', { n: 2, who: '#' }, '# # and 2'],
])('%s with %j is %s', (message, values, sentence) => {
  expect(filled('en-GB', message, values)).toBe(sentence)
})

/** What a compiled sentence wants filled in: numbers where it says so, else somebody's words. */
function valuesFor(sentence: Sentence, words: string, count: number) {
  const places = [...JSON.stringify(sentence).matchAll(/\["(\w+)"(,"(?:plural|number)")?/g)]
  return Object.fromEntries(places.map(([, name, kind]) => [name, kind ? count : words]))
}

// The library reads escapes even in what was filled in; here nobody's backslash means anything.
const words = fc.string().map(text => text.replaceAll('\\', '/'))

test.each(LOCALES)('every sentence in %s is as the library says it', async locale => {
  const catalog = (await allWords[locale]()).default as Record<string, Sentence>
  const tag = locale === 'nn' ? 'nb' : locale
  const i18n = setupI18n({ locale: tag, messages: { [tag]: catalog as Messages } })
  const fill = createFiller(tag)
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(catalog)),
      words,
      fc.nat(2e6),
      (key, text, count) => {
        const sentence = catalog[key] ?? []
        for (const number of [count, count % 4]) {
          const values = valuesFor(sentence, text, number)
          expect(fill(sentence, values)).toBe(i18n._(key, values))
        }
      },
    ),
    { numRuns: 1000 },
  )
})
