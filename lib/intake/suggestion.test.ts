import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { chosenIn, contentOf, forAddressBar } from './suggestion.ts'

test('whoever is chosen is told apart from a line that was typed', () => {
  const anyText = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(anyText, anyText, fc.uuid({ version: 4 }), (name, company, id) => {
      const chosen = chosenIn(contentOf(aDraft({ name, company }, id)))
      expect(chosen?.id).toBe(id.slice(0, 8))
    }),
  )
})

test.each(['Sample Person, Example AS', 'Sample › Person', 'Sample › 0123456', '› 01234567x', ''])(
  '%j was typed',
  line => expect(chosenIn(line)).toBeUndefined(),
)

test('what was chosen is left of it without the id', () => {
  const line = contentOf(aDraft({ name: 'Sample  Person' }, '01234567-0000-4000-8000-000000000000'))
  expect(line).toBe('Sample Person, Example AS › 01234567')
  expect(chosenIn(line)?.text).toBe('Sample Person, Example AS')
})

test.each([
  [`<b>"A" & 'B'</b>`, '&lt;b&gt;&quot;A&quot; &amp; &apos;B&apos;&lt;/b&gt;'],
  ['<url>x</url>', '&lt;url&gt;x&lt;/url&gt;'],
  ['Åse', 'Åse'],
])('%j is only text, where markup is read and where not', (text, escaped) => {
  expect(forAddressBar(text, true)).toBe(escaped)
  expect(forAddressBar(text, false)).toBe(text)
})

test('no letter reaches the address bar that no markup can hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, isMarkup) => {
      const sent = forAddressBar(`${text}\ud800`, isMarkup)
      expect(sent).not.toMatch(/[\p{Cc}\p{Cs}]/u)
      if (isMarkup) expect(sent).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|apos);)/)
    }),
  )
})
