import { isLegalForm } from '../paste/legalForms.ts'
import { foldedWords } from './fold.ts'

const AND = new Set(['and', 'og', 'och', 'und'])
/** Where the form may stand in front: *AB Example*. */
const IN_FRONT = /^(?:a\/s|as|ab|oy)$/i
/** The longest form has so many words: *GmbH & Co. KG*. */
const MOST_WORDS = 4

/**
 * By what two ways to write a company are known to be one: `Example A/S`, `EXAMPLE AS` and `Example`
 * are. Empty for no company.
 */
export function companyKey(name: string): string {
  const words = withoutLegalForm(name.trim().split(/[\s,]+/))
  return companyText(words.join(' '))
}

/** A company's name to look it up by its beginning, as it is written but for case and accents. */
export function companyText(name: string): string {
  return foldedWords(name)
    .filter(word => !AND.has(word))
    .join('')
}

/** A company that is called just `AS` keeps its name. */
function withoutLegalForm(words: string[]): string[] {
  for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count--) {
    if (isForm(words.slice(-count).join(' '))) return words.slice(0, -count)
  }
  return words.length > 1 && IN_FRONT.test(words[0] ?? '') ? words.slice(1) : words
}

/** Who types in a hurry writes the form in small letters; `Spa` with a capital sells baths. */
const isForm = (text: string) =>
  isLegalForm(text) || (text === text.toLowerCase() && isLegalForm(text.toUpperCase()))
