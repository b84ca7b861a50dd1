/**
 * Letters as people compare them: full-width forms and ligatures unfolded, no difference between
 * upper and lower case. Upper case first, so that `ß` and `SS` meet.
 */
export function fold(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase()
}

/** For searching only: accents fall away too, so that `Asen` finds `Åsen`. */
export function foldForSearch(text: string): string {
  return fold(text).normalize('NFKD').replaceAll(/\p{M}/gu, '')
}

/** The words of a name without their punctuation: `O'Brien-Berg` is `obrien berg`. */
export function foldedWords(name: string): string {
  const words = fold(name)
    .replaceAll(/[.'’`´]/g, '')
    .replaceAll(/[\p{P}\s]+/gu, ' ')
    .trim()
  // A name of nothing but punctuation is still a name.
  return words === '' ? fold(name).trim() : words
}
