import { foldForSearch } from '../identity/fold.ts'

/** Scripts that put no blank between words, and in which two characters are a name. */
const WITHOUT_BLANKS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u

/**
 * A LIKE pattern for each word that is looked for, to be found in a blank followed by the text. A word
 * of three letters or more is found anywhere in it (`transport` in `Fjordtransport`); a shorter one
 * where a word begins, since the index knows three characters at a time, and the blank is one of them.
 */
export function searchPatterns(search: string): string[] {
  const words = foldForSearch(search).split(/\s+/).filter(Boolean)
  return words.map(word => {
    const literal = word.replaceAll(/[\\%_]/g, '\\$&')
    const isAnywhere = [...word].length > 2 || WITHOUT_BLANKS.test(word)
    return isAnywhere ? `%${literal}%` : `% ${literal}%`
  })
}
