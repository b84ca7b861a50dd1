import { isOrgNumber } from '../orgNumber.ts'
import type { Found } from './found.ts'

const NINE = /(?<![\d.-])(\d{3})([ .]?)(\d{3})\2(\d{3})(?![\d]|[.-]\d)/g
const OWN_LABEL =
  /(?:\borg\b|org[.\s-]*n|organi[sz]a|f[oø]reta[gk]|\benhet|\bmva\b|\bno\b)[^\d\n]{0,25}$/i
const VAGUE_LABEL =
  /(?:\bvat\b|\breg(?:istr\w*)?\b|company|business|enterprise|brreg)[^\d\n]{0,25}$/i
const FOREIGN = /(?:^|[^\p{L}])(?!NO)\p{Lu}{2}[\s-]?$/u

/**
 * The first Norwegian organisation number that says what it is, by a word before it or *MVA* after
 * it. A number of another country isn't one, even where its digits would fit.
 */
export function findOrgNumber(text: string, country: string): Found | undefined {
  for (const match of text.matchAll(NINE)) {
    const digits = match[0].replace(/\D/g, '')
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 6)
    const isNorwegian =
      OWN_LABEL.test(before) ||
      /^\s*mva\b/i.test(after) ||
      (country === 'NO' && VAGUE_LABEL.test(before))
    if (!isNorwegian || !isOrgNumber(digits) || FOREIGN.test(before)) continue
    const label =
      /(?:\(?\b(?:org|f[oø]reta[gk]|enhet|mva|vat|reg|brreg)[^\d\n,|·•]{0,30})?(?:NO[\s-]?)?$/i.exec(
        before,
      )?.[0] ?? ''
    const start = match.index - label.length
    const end = match.index + match[0].length + (/^\s*mva\b/i.exec(after)?.[0].length ?? 0)
    return { field: 'orgNumber', value: digits, spans: [{ start, end }] }
  }
  return undefined
}
