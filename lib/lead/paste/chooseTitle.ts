import { isAddress } from './address.ts'
import type { NamePiece } from './chooseName.ts'
import { companyScore } from './company.ts'
import { isDegree, readName } from './name.ts'
import type { Hinted } from './pieces.ts'
import type { Span } from './plain.ts'
import { isDepartment, titleScore } from './title.ts'

const NOT_A_TITLE =
  /^(?:med|mvh|hilsen|tlf|tel|mob|fax|faks|telefax|e-?post|e-?mail|mail|web|org|cvr|vat|ust|adresse|besøk|postboks|www|http|kontor|linkedin|følg|follow|hei|hi|kjære|dear|on behalf)(?![\p{L}-])/iu

/** What the person is, from the words of each piece and from where it stands beside the name. */
export function chooseTitle(
  pieces: readonly Hinted[],
  name: NamePiece | undefined,
  company: Span | undefined,
  brands: readonly string[],
): Span | undefined {
  const isFree = (piece: Hinted) =>
    (name === undefined || piece.end <= name.start || piece.start >= name.end) &&
    (company === undefined || piece.end <= company.start || piece.start >= company.end)
  let best: { at: number; score: number } | undefined
  pieces.forEach((piece, at) => {
    if (!isFree(piece)) return
    const score = scoreOf(piece, at, pieces, name, company, brands)
    if (score >= 2.5 && (best === undefined || score > best.score)) best = { at, score }
  })
  if (best === undefined) return undefined
  const used = withRest(pieces, (best as { at: number }).at, isFree, brands, name, company)
  const [first, last] = [used[0], used.at(-1)]
  if (first === undefined || last === undefined) return undefined
  return { start: first.start, end: last.end }
}

function scoreOf(
  piece: Hinted,
  at: number,
  pieces: readonly Hinted[],
  name: NamePiece | undefined,
  company: Span | undefined,
  brands: readonly string[],
): number {
  const { text } = piece
  if (piece.hint === 'title') return 20
  // *Badge no. 100 200*, *Kasse 1001*: jobs aren't counted.
  if (/\d{3}/.test(text)) return 0
  if (piece.hint !== undefined || piece.isEmployer || NOT_A_TITLE.test(text) || text.length > 90)
    return 0
  const words = titleScore(text)
  if (isAddress(text) || (isDegree(text) && (words < 4 || !text.includes(' ')))) return 0
  const isCompany = companyScore(text, brands) >= 4
  if (isCompany && words < 4) return 0
  let score = words - (isCompany ? 3 : 0) - (isDepartment(text) && words < 4 ? 4 : 0)
  if (name === undefined) return score >= 4 ? score : 0
  const nameLine = pieces[name.last]?.line ?? 0
  const distance = piece.line - nameLine
  if (at === name.last + 1) score += 2
  else if (distance === 0 && at > name.last) score += 1.5
  else if (distance === 1) score += 1.2
  else if (distance < 0) score -= 0.7 * -distance
  else score -= 0.4 * distance
  if (words < 2) {
    // No word of it is a job's that we know: it has to stand where one does, between name and company.
    const isNext = at === name.last + 1 && distance <= 1
    // Or by itself right below the name, where the company stands at the head of the card.
    const isAlone =
      distance === 1 &&
      !readsAsPlace(text) &&
      !pieces.some((other, place) => place !== at && other.line === piece.line)
    const isBetween = company !== undefined && (company.start > piece.start || isAlone)
    const isShort =
      text.split(/\s+/).length <= 6 && !/\d{2}|[.!?]$/.test(text) && /\p{L}{3}/u.test(text)
    const isFirm = companyScore(text, brands) >= 2
    return isNext && isBetween && isShort && !isFirm && !isDepartment(text) ? 2.6 : 0
  }
  return score
}

/** *Regional Sales Manager, Midwest*: a title goes on behind a comma where it began the line. */
function withRest(
  pieces: readonly Hinted[],
  at: number,
  isFree: (piece: Hinted) => boolean,
  brands: readonly string[],
  name: NamePiece | undefined,
  company: Span | undefined,
): Hinted[] {
  const first = pieces[at]
  if (first === undefined) return []
  const used = [first]
  const hasCompany = ({ line, cell }: Hinted) =>
    company !== undefined &&
    pieces.some(
      piece =>
        (piece.line !== line || piece.cell !== cell) &&
        piece.start <= company.start &&
        piece.end > company.start,
    )
  const hasOwnLine =
    company !== undefined &&
    !pieces.some(
      piece =>
        piece.line === first.line && piece.start <= company.start && piece.end > company.start,
    ) &&
    name !== undefined &&
    pieces[name.last]?.line !== first.line
  // *Jurist / General Counsel*: what stands before it may be as much of a job.
  for (let before = at - 1; before >= 0; before--) {
    const piece = pieces[before]
    const isPart =
      piece !== undefined &&
      piece.line === first.line &&
      piece.cell === first.cell &&
      isFree(piece) &&
      titleScore(piece.text) >= 4 &&
      !piece.isEmployer &&
      companyScore(piece.text, brands) < 2
    if (!isPart) break
    used.unshift(piece)
  }
  // Behind a strong mark a job begins as at the head of a line, if the company isn't beside it.
  const isApart = first.mark !== '' && hasCompany(first)
  const begins = !pieces.some(
    (piece, other) =>
      other < at &&
      piece.line === first.line &&
      (piece.cell === first.cell || !isApart) &&
      !(titleScore(piece.text) >= 4),
  )
  for (let next = at + 1; next < pieces.length; next++) {
    const piece = pieces[next]
    const before = used.at(-1)
    if (
      piece === undefined ||
      before === undefined ||
      !isFree(piece) ||
      piece.line !== first.line ||
      piece.isEmployer
    )
      break
    // *Associate Director – Building Surveying*, where the company has a line of its own.
    const isDashed = piece.cell === first.cell + 1 && /^[–—-]$/.test(piece.mark) && hasOwnLine
    if (piece.cell !== first.cell && !isDashed) break
    const isTitle = titleScore(piece.text) >= 4
    const isOther =
      isAddress(piece.text) ||
      isDegree(piece.text) ||
      companyScore(piece.text, brands) >= (isDashed ? 3 : 2) ||
      readsAsPlace(piece.text) ||
      (readName(piece.text) !== undefined && name === undefined)
    if (!isTitle && (!begins || isOther)) break
    used.push(piece)
  }
  return used
}

const PLACES =
  /^(?:oslo|bergen|trondheim|stavanger|tromsø|kristiansand|drammen|ålesund|stockholm|göteborg|malmö|uppsala|københavn|aarhus|århus|odense|aalborg|helsinki|espoo|tampere|turku|berlin|hamburg|münchen|köln|frankfurt|stuttgart|wien|zürich|bern|basel|genève|london|manchester|dublin|edinburgh|paris|lyon|marseille|bordeaux|madrid|barcelona|valencia|sevilla|milano|roma|torino|amsterdam|rotterdam|utrecht|bruxelles|brussel|antwerpen|lisboa|new york|chicago|boston)$/i
const readsAsPlace = (text: string) => PLACES.test(text)
