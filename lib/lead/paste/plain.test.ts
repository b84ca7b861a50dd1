import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPlain } from './plain.ts'

test.each([
  ['styled letters', '𝗞𝗮𝗿𝗶 Ｋａｒｉ ⓀⒶⓇⒾ', 'Kari Kari KARI'],
  ['what can’t be seen', 'Ka\u200bri\u00ad \u202eNord\ufeffmann', 'Kari Nordmann'],
  ['markup', '<b>Kari</b><br>Example&nbsp;&amp; Co', 'Kari\nExample & Co'],
  ['letters by their names', '&Oslash;stg&aring;rd &#248; &eacute;', 'Østgård ø é'],
  ['what is no letter’s name', 'Kari &company; AT&T;', 'Kari &company; AT&T;'],
  ['a comment', 'Kari<!-- x@example.com --> N', 'Kari N'],
  ['a comment that never ends', 'Kari<!-- x@example.com', 'Kari'],
  ['a script', 'Kari<script>alert("x@example.com")</script>', 'Kari'],
  ['an address in angle brackets, which is no markup', '<kari@example.com>', '<kari@example.com>'],
  ['letters of another script that look like ours', '\u041a\u0430ri', 'Kari'],
  ['a terminal’s colours', '\u001b[1mKari\u001b[0m', 'Kari'],
  ['what JSON writes by numbers', 'Kari \\u0026 Ola', 'Kari & Ola'],
  ['a tag with a slash', '<svg/onload=alert(1)>Kari</svg>', 'Kari'],
  ['line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['accents apart', 'A\u030ase', 'Åse'],
])('%s', (_, pasted, text) => expect(toPlain(pasted).text).toBe(text))

test('a stretch is found again where it was pasted', () => {
  const pasted = '<b>Ka\u200bri</b> Nord\u0301mann & more'
  const plain = toPlain(pasted)
  const start = plain.text.indexOf('Kari')
  const span = plain.from({ start, end: start + 4 })
  expect(pasted.slice(span.start, span.end)).toBe('Ka\u200bri')
})

test('whatever is pasted, each stretch lies in it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.nat(),
      fc.nat(),
      (pasted, a, b) => {
        const plain = toPlain(pasted)
        const [start = 0, end = 0] = [
          a % (plain.text.length + 1),
          b % (plain.text.length + 1),
        ].sort((x, y) => x - y)
        const span = plain.from({ start, end })
        if (end > start) expect(span.start).toBeLessThan(span.end)
        expect(span.end).toBeLessThanOrEqual(pasted.length)
      },
    ),
  )
})
