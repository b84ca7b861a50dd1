import { isAddress } from './address.ts'
import { companyScore } from './company.ts'
import { beginsWithGivenName } from './givenNames.ts'
import { hasLegalForm } from './legalForms.ts'
import { isDegree, jobWords, matchesLocal, type NameLike, readName } from './name.ts'
import { hasOrgWord } from './orgWords.ts'
import type { Hinted } from './pieces.ts'
import type { Span } from './plain.ts'
import { isDepartment, titleScore } from './title.ts'

export interface Clues {
  /** What stands before the `@` of each address in the text. */
  readonly locals: readonly string[]
  readonly brands: readonly string[]
  readonly slugs: readonly string[]
  /** The name beside the greeting: *Hilsen Kari*. */
  readonly signed: string | undefined
  /** Whether the first thing stands right beneath a greeting. */
  readonly isGreeted: boolean
}

export interface NamePiece extends NameLike, Span {
  readonly score: number
  readonly spans: readonly Span[]
  /** Of the pieces that it was made of, the first and the last one. */
  readonly first: number
  readonly last: number
}

/** All that could be somebody's name, with how likely it is. */
export function nameCandidates(pieces: readonly Hinted[], clues: Clues): NamePiece[] {
  const found: NamePiece[] = []
  pieces.forEach((piece, at) => {
    for (const many of [1, 2]) {
      const used = pieces.slice(at, at + many)
      const last = used.at(-1)
      if (used.length < many || last === undefined || piece.text.length > 80) continue
      if (many === 2 && !isBroken(used)) continue
      const text = used
        .map(one => one.text)
        .join(many === 2 && piece.line === last.line && piece.cell === last.cell ? ', ' : ' ')
      const read = readName(text)
      if (read === undefined || isDegree(text)) continue
      const said = read.profession === undefined ? text : read.name
      const score =
        (read.profession !== undefined && read.name.includes(' ') ? 2 : 0) +
        scoreOf(read.name, said, used, at, pieces, clues) -
        (piece.line === last.line ? (many - 1) * 0.2 : 1)
      const spans = used.map(({ start, end }) => ({ start, end }))
      found.push({
        ...read,
        score,
        spans,
        start: piece.start,
        end: last.end,
        first: at,
        last: at + many - 1,
      })
    }
  })
  return [...found, ...fromHalves(pieces)]
}

/** As sure as a label can make it, wherever the halves stand. */
const LABELLED = 12

function fromHalves(pieces: readonly Hinted[]): NamePiece[] {
  const [given, family] = (['given', 'family'] as const).map(half =>
    pieces.findIndex(piece => piece.half === half),
  )
  const used = [pieces[given ?? -1], pieces[family ?? -1]].filter(piece => piece !== undefined)
  const read = used.length === 2 ? readName(used.map(({ text }) => text).join(' ')) : undefined
  if (read === undefined) return []
  const spans = used.map(({ start, end }) => ({ start, end }))
  return [
    {
      ...{ ...read, spans, score: LABELLED },
      start: Math.min(...spans.map(({ start }) => start)),
      end: Math.max(...spans.map(({ end }) => end)),
      first: Math.min(given ?? 0, family ?? 0),
      last: Math.max(given ?? 0, family ?? 0),
    },
  ]
}

/** A name over two lines of a card, or *Nordmann, Kari* over two sides of a comma. */
function isBroken([one, two]: readonly Hinted[]): boolean {
  if (one === undefined || two === undefined) return false
  const isWord = ({ text }: Hinted) => /^\p{Lu}[\p{L}'’-]+$/u.test(text)
  // Wide gaps: *KARI     NORDMANN*.
  if (one.line === two.line && two.cell === one.cell + 1)
    return two.mark === '' && isWord(one) && isWord(two)
  if (one.line === two.line)
    return (
      one.cell === two.cell &&
      two.part - one.part === 1 &&
      /^\p{Lu}[\p{L}'’ -]+$/u.test(one.text) &&
      /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*)?$/u.test(two.text)
    )
  const isShouted = ({ text }: Hinted) => text === text.toUpperCase()
  const isLong = isShouted(one) && isShouted(two) && /^\p{Lu}+(?:[ -]\p{Lu}+)?$/u.test(one.text)
  return (
    two.line === one.line + 1 &&
    one.cell === 0 &&
    two.cell === 0 &&
    (isWord(one) || isLong) &&
    isWord(two)
  )
}

function scoreOf(
  name: string,
  text: string,
  used: readonly Hinted[],
  at: number,
  pieces: readonly Hinted[],
  clues: Clues,
): number {
  const [piece, last] = [used[0], used.at(-1)] as [Hinted, Hinted]
  const words = name.split(/\s+/)
  let score = words.length === 1 ? 0.5 : words.length <= 4 ? 3 : 2
  if (beginsWithGivenName(name)) score += words.length > 1 ? 1.5 : 0.5
  score += 2.5 * Math.max(0, ...clues.locals.map(local => matchesLocal(name, local)))
  score += 1.5 * Math.max(0, ...clues.slugs.map(slug => matchesLocal(name, slug)))
  if (piece.hint === 'name') score += 4
  else if (piece.hint !== undefined || piece.isEmployer) score -= 6
  if (clues.signed !== undefined && words[0]?.toLowerCase() === clues.signed.toLowerCase())
    score += words.length > 1 ? 2.5 : 1
  score -= Math.min(2.5, at * 0.3)
  const next = pieces[at + used.length]
  if (next !== undefined && next.line - last.line <= 1 && titleScore(next.text) >= 4) score += 1.5
  const matched = Math.max(0, ...clues.locals.map(local => matchesLocal(name, local)))
  if (hasLegalForm(text)) score -= 8
  const head = pieces[0]?.text ?? ''
  const below = pieces[1]?.text ?? ''
  const isNamed = below.includes(' ') && readName(below) !== undefined && !hasOrgWord(below)
  const isSigned = clues.isGreeted && SIGNED.test(head) && readName(head) && !isNamed
  if (isSigned && at === 0 && words.length === 1) score += 1.5
  // *Kari*, and beneath it *Prøvedal Service* with the address proevedal.service@: that is no surname.
  const isFirm = isSigned && at > 0 && !text.startsWith(head)
  if (hasOrgWord(text)) score -= isFirm ? 6 : matched === 2 ? 2 : 4
  if (matched < 2 && jobWords(name) > 0) score -= 4
  if (matched < 2 && titleScore(text) >= 2.5) score -= 3
  // What is right below a name and has a job in it is one: *property.secretary@* is no person.
  if (titleScore(text) >= 4 && isAbove(pieces[at - 1], piece)) score -= 4
  if (isDepartment(text)) score -= 4
  if (isAddress(text)) score -= 5
  if (matched < 2 && companyScore(name, clues.brands) >= 2) score -= 2
  return score
}

/** One name, and not *Resepsjonen* or *Administrationen*. */
const SIGNED = /^(?!.*(?:sjon|tion|els|kontor|team|lag|styr)(?:en|et|a)$)\p{Lu}[\p{L}'’-]+$/u

/** Whether a name stands alone on the line above. */
const isAbove = (before: Hinted | undefined, piece: Hinted) =>
  before !== undefined &&
  before.line === piece.line - 1 &&
  before.text.includes(' ') &&
  titleScore(before.text) < 2.5 &&
  !hasOrgWord(before.text) &&
  readName(before.text) !== undefined
