import type { DraftFields } from '../lead/draft.ts'

const SEARCHED = ['name', 'company', 'email', 'title', 'where', 'tags'] as const

/** Letters that Unicode does not take apart, but people do not tell apart when they search. */
const FOLDED: Record<string, string> = { ø: 'o', æ: 'ae', ß: 'ss', đ: 'd', ł: 'l' }

/** Words of a text, lower-case and without accents: `Åse Sørby` is found by `ase` and by `sorby`. */
export function words(text: string): string[] {
  const folded = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæßđł]/g, letter => FOLDED[letter] ?? letter)
  return folded.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '')
}

/** The words that a lead is found by, each once; at most 40, of at most 30 characters. */
export function tokensOf(fields: DraftFields): string[] {
  // Rows of before a field was there lack it.
  const all = SEARCHED.flatMap(field => words(fields[field] ?? '')).map(word => word.slice(0, 30))
  const met = fields.event ? [metToken(fields.event, fields.metOn)] : []
  return [...met, ...new Set(all)].slice(0, 40)
}

/**
 * The word by which everybody is found who was met at an event: from its beginning those of all
 * days, whole those of one. No search begins with its first sign.
 *
 * @param metOn `YYYY-MM-DD`, or nothing for the beginning
 */
export const metToken = (event: string, metOn = ''): string =>
  `@${words(event).join(' ').slice(0, 80)}@${metOn}`
