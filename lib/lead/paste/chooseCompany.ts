import { isAddress } from './address.ts'
import type { NamePiece } from './chooseName.ts'
import { brandScore, companyScore, trimCompany } from './company.ts'
import { hasLegalForm, isLegalForm } from './legalForms.ts'
import { readName } from './name.ts'
import { hasOrgWord } from './orgWords.ts'
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
    const whole = withPartner(withForm(piece, pieces[at + 1]), piece, pieces[at - 1])
    best = { piece: overLines(whole, at, pieces, name, brands), score }
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
  return score === 0 ? 0 : score - Math.min(0.5, at * 0.05)
}

/** Without any word that says so: right beside the title, with capitals, and nothing else it could be. */
function byPlace(piece: Hinted, at: number, pieces: readonly Hinted[], name: NamePiece): number {
  const before = pieces[at - 1]
  const isNear =
    at > name.last && at - name.last <= 3 && piece.line - (pieces[name.last]?.line ?? 0) <= 2
  // The line above may say more: *Salgssjef, siv.ing.*
  const above = pieces.find(one => one.line === piece.line - 1)
  const isAfterTitle =
    isNear &&
    [before, piece.cell + piece.part === 0 ? above : undefined].some(
      one => one !== undefined && titleScore(one.text) >= 4,
    )
  // A card with the job above the name has the company beneath it.
  const isUnder =
    at === name.last + 1 &&
    piece.line === (pieces[name.last]?.line ?? 0) + 1 &&
    titleScore(pieces[name.first - 1]?.text ?? '') >= 4
  const isBeforeTitle = at === name.last + 1 && titleScore(pieces[at + 1]?.text ?? '') >= 4
  const words = piece.text.split(/\s+/)
  const hasCapitals = words.every(word =>
    /^[\p{Lu}\d&+]|^(?:og|and|och|und|et|y|e|i|&|of|the|de|la|du|di|del|van|von|der|på|ved|i|til)$/u.test(
      word,
    ),
  )
  const isShort = words.length <= 5 && piece.text.length > 2 && !/\d{3}|:/.test(piece.text)
  if (!hasCapitals || !isShort || !(isAfterTitle || isBeforeTitle || isUnder)) return 0
  return readName(piece.text) === undefined || words.length === 1 || hasOrgWord(piece.text)
    ? 1.8
    : 1.5
}

/**
 * The company where a card breaks its name: *Example* and *Snekkeri*, if an address knows it by both;
 * *EXAMPLE* and *TEKNIKK AS* in capitals.
 */
function overLines(
  company: CompanyPiece,
  at: number,
  pieces: readonly Hinted[],
  name: NamePiece | undefined,
  brands: readonly string[],
): CompanyPiece {
  const isAlone = (one: Hinted) =>
    one.hint === undefined && !pieces.some(other => other !== one && other.line === one.line)
  const piece = pieces[at]
  if (piece === undefined || !isAlone(piece)) return company
  const known = (text: string) => Math.max(0, ...brands.map(brand => brandScore(text, brand)))
  for (const other of [pieces[at - 1], pieces[at + 1]]) {
    if (other === undefined || !isAlone(other)) continue
    const [one, two]: [Hinted, Hinted] = other.start < piece.start ? [other, piece] : [piece, other]
    const isName = name !== undefined && other.start < name.end && other.end > name.start
    if (isName || two.start - one.end > 3 || isAddress(other.text) || titleScore(other.text) >= 4)
      continue
    const text = `${one.text} ${two.text}`
    // *Revisionsfirmaet*, and beneath it whose it is.
    const isLead = /^\p{Lu}\p{L}{5,}(?:et|en|ne)$/u.test(one.text) && hasOrgWord(one.text)
    if (isLead && two === piece) return { text, start: one.start, end: two.end }
    const isShort =
      !/\s/.test(one.text) && (hasLegalForm(two.text) || (one.line === 0 && !/\s/.test(two.text)))
    const isShouted = text === text.toUpperCase() && isShort
    const isKnown = known(text) > known(piece.text) + 0.1 && known(text) >= 0.9
    if (isKnown || (isShouted && !hasLegalForm(one.text)))
      return { text, start: one.start, end: two.end }
  }
  return company
}

/** *Prøve, Eksempel & Co AS*: the first of several names, on the other side of a comma. */
function withPartner(
  company: CompanyPiece,
  piece: Hinted,
  before: Hinted | undefined,
): CompanyPiece {
  const isPartner =
    before !== undefined &&
    before.line === piece.line &&
    before.cell === piece.cell &&
    /^\p{Lu}[\p{L}'’-]+$/u.test(before.text) &&
    / (?:&|og|and|und|och) /.test(company.text) &&
    hasLegalForm(company.text) &&
    titleScore(before.text) < 2 &&
    !company.text.startsWith(before.text)
  if (!isPartner) return company
  return { text: `${before.text}, ${company.text}`, start: before.start, end: company.end }
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
