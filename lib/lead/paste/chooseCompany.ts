import { isAddress } from './address.ts'
import type { NamePiece } from './chooseName.ts'
import { companyScore, trimCompany } from './company.ts'
import { hasLegalForm, isLegalForm } from './legalForms.ts'
import { hasOrgWord, readName } from './name.ts'
import type { Hinted } from './pieces.ts'
import type { Span } from './plain.ts'
import { isDepartment, titleScore } from './title.ts'

export interface CompanyPiece extends Span {
  readonly text: string
}

const NOT_A_COMPANY =
  /^(?:med|mvh|hilsen|tlf|tel|mob|fax|faks|telefax|e-?post|e-?mail|mail|web|org|cvr|vat|ust|adresse|www|http|linkedin|følg|follow|registered|part of|et selskap|en del av|member of|medlem|sertifisert|certified)(?!\p{L})/iu

/** Where the person works: by a legal form, by the name in the addresses, or by where it stands. */
export function chooseCompany(
  pieces: readonly Hinted[],
  name: NamePiece | undefined,
  brands: readonly string[],
  isLegalLine: (piece: Hinted) => boolean,
): CompanyPiece | undefined {
  let best: { piece: CompanyPiece; score: number } | undefined
  pieces.forEach((piece, at) => {
    const isName = name !== undefined && piece.start < name.end && piece.end > name.start
    if (isName || piece.text.length > 160 || NOT_A_COMPANY.test(piece.text)) return
    const score = scoreOf(piece, at, pieces, name, brands) - (isLegalLine(piece) ? 3 : 0)
    if (score < 1.5 || (best !== undefined && score <= best.score)) return
    best = { piece: withForm(piece, pieces[at + 1]), score }
  })
  return (best as { piece: CompanyPiece } | undefined)?.piece
}

function scoreOf(
  piece: Hinted,
  at: number,
  pieces: readonly Hinted[],
  name: NamePiece | undefined,
  brands: readonly string[],
): number {
  const { text } = piece
  if (piece.hint === 'company') return 20
  if (piece.hint !== undefined) return 0
  const company = trimCompany(text)
  if (!/^["«“]?[\p{L}\d]/u.test(company) || company.split(/\s+/).length > 10) return 0
  let score = companyScore(company, brands)
  const isSure = hasLegalForm(company)
  if (piece.isEmployer) score += 3
  if (!isSure && isAddress(text)) return 0
  if (!isSure && isDepartment(text)) score -= 3
  if (score < 3.5 && titleScore(text) >= 4) score -= 4
  if (/^\p{Ll}/u.test(company) && !isSure && score < 4) return 0
  if (/[.!?]$/.test(text) && !isSure) score -= 1
  if (score === 0 && name !== undefined) return byPlace(piece, at, pieces, name)
  return score === 0 ? 0 : score - Math.min(1.5, at * 0.1)
}

/** Without any word that says so: right beside the title, with capitals, and nothing else it could be. */
function byPlace(piece: Hinted, at: number, pieces: readonly Hinted[], name: NamePiece): number {
  const before = pieces[at - 1]
  const isNear =
    at > name.last && at - name.last <= 2 && piece.line - (pieces[name.last]?.line ?? 0) <= 2
  const isAfterTitle = before !== undefined && titleScore(before.text) >= 4 && isNear
  const isBeforeTitle = at === name.last + 1 && titleScore(pieces[at + 1]?.text ?? '') >= 4
  const words = piece.text.split(/\s+/)
  const hasCapitals = words.every(word =>
    /^[\p{Lu}\d&+]|^(?:og|and|och|und|et|y|e|i|&|of|the|de|la|du|di|del|van|von|der)$/u.test(word),
  )
  const isShort = words.length <= 5 && piece.text.length > 2 && !/\d{3}|:/.test(piece.text)
  if (!hasCapitals || !isShort || !(isAfterTitle || isBeforeTitle)) return 0
  return readName(piece.text) === undefined || words.length === 1 || hasOrgWord(piece.text)
    ? 1.8
    : 1.5
}

/** The name with the legal form behind its comma, and without what comes after that. */
function withForm(piece: Hinted, next: Hinted | undefined): CompanyPiece {
  const text = trimCompany(piece.text)
  const at = Math.max(0, piece.text.indexOf(text))
  const start = piece.start + at
  const isNext =
    next !== undefined &&
    next.line === piece.line &&
    next.cell === piece.cell &&
    !hasLegalForm(text)
  if (isNext && isLegalForm(next.text))
    return { text: `${text}, ${next.text}`, start, end: next.end }
  return { text, start, end: start + text.length }
}
