import { hasLegalForm } from './legalForms.ts'
import { hasOrgWord } from './name.ts'
import { titleWeight } from './titleWords.ts'

/** The letters of an address are no words. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[^\s@]{1,64}@\S+/gi

/** Whether a line is a sentence rather than a row of a card: most of its words begin small. */
export function isProse(line: string): boolean {
  const words = line.replace(ADDRESS, ' ').match(/[\p{L}'’]{2,}/gu) ?? []
  if (words.length < 6) return false
  const isEnded = /[.!?](?:\s|$)/.test(line.trim())
  const isRow = words.length < 10 && !isEnded && !/,/.test(line)
  const first = words[0] ?? ''
  if (isRow && (titleWeight(first) === 2 || hasOrgWord(first) || hasLegalForm(line))) return false
  const small = words.filter(word => /^\p{Ll}/u.test(word)).length
  return (
    small / words.length >= 0.5 || (small / words.length >= 0.35 && isEnded && words.length > 7)
  )
}
