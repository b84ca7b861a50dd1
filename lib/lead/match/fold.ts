/** Letters that Unicode does not take apart, as their owners write them where a keyboard lacks them. */
const LETTERS: Record<string, string> = { ø: 'o', æ: 'a', œ: 'o', ß: 'ss', ð: 'd', þ: 'th' }
const STROKED: Record<string, string> = { đ: 'd', ł: 'l', ħ: 'h', ı: 'i' }

/**
 * A text as people compare it who can't agree on a keyboard: `Åse Sørby`, `Aase Soerby` and `Ase
 * Sorby` are one. Spellings fall together that are two now and then (`Joel`, `Jol`), so this is for
 * suggesting, never for deciding.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[øæœßðþđłħı]/g, letter => LETTERS[letter] ?? STROKED[letter] ?? letter)
    .replace(/aa|ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/ue/g, 'u')
}

/** The words of a text, folded: letters and digits, without the points and apostrophes in them. */
export function foldedWords(text: string): string[] {
  return fold(text.replace(/[.'’`´]/g, '')).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
