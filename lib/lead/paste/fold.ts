const PAIRS: Record<string, [string, string]> = {
  ø: ['o', 'oe'],
  ö: ['o', 'oe'],
  å: ['a', 'aa'],
  ä: ['a', 'ae'],
  æ: ['ae', 'a'],
  ü: ['u', 'ue'],
  ß: ['ss', 's'],
  œ: ['oe', 'o'],
  ð: ['d', 'd'],
  þ: ['th', 't'],
  ł: ['l', 'l'],
  đ: ['d', 'd'],
}

/**
 * The ways in which a word is written in an address: small letters and digits, `ø` as `o` or `oe`.
 * @returns one or two spellings
 */
export function folds(text: string): string[] {
  // Most words have none of those letters, and each is asked for many times.
  if (/^[ -~]*$/.test(text)) return [text.toLowerCase().replace(/[^a-z0-9]/g, '')]
  const spell = (way: 0 | 1) =>
    [...text.toLowerCase()]
      .map(letter => PAIRS[letter]?.[way] ?? letter)
      .join('')
      .normalize('NFD')
      .replace(/[^a-z0-9]/g, '')
  return [...new Set([spell(0), spell(1)])]
}

/** The words of a text, in the sense of names: letters, digits, apostrophes and hyphens. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.&-]*/gu) ?? []
}
