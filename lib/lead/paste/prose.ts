import { hasLegalForm } from './legalForms.ts'
import { hasOrgWord } from './orgWords.ts'
import { titleWeight } from './titleWords.ts'

/** The letters of an address are no words. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[^\s@]{1,64}@\S+/gi

/** How a note of a meeting begins, however short it is. */
const MET =
  /^(?:traff|trefte|møtte|mødte|møtt|mødt|snakket|snakka|snakkede|talte|talade|pratet|pratade|ringte|ringde|ringede|träffade|mötte|met|spoke|talked|called|traf|sprach|rencontré|tapasin|ring|ringe|please|kan|kunne|could|bitte|vennligst|venligst|vänligen)$/i

/** Whether a line is a sentence rather than a row of a card: most of its words begin small. */
export function isProse(line: string): boolean {
  if (/"\s?:\s?"/.test(line)) return false
  const words = line.replace(ADDRESS, ' ').match(/[\p{L}'’]{2,}/gu) ?? []
  if (words.length > 2 && MET.test(words[0] ?? '')) return true
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
