import { chooseCompany } from './chooseCompany.ts'
import { type Clues, type NamePiece, nameCandidates } from './chooseName.ts'
import { chooseTitle } from './chooseTitle.ts'
import { trimCompany } from './company.ts'
import { brandsOf, contactsIn, hostOf, localOf } from './contacts.ts'
import { blank, type Found, type PasteField } from './found.ts'
import { TAKEN } from './lines.ts'
import { type Link, nameInSlug, profileOf, slugOf, websiteOf } from './links.ts'
import { matchesLocal } from './name.ts'
import { withoutNoise } from './noise.ts'
import { beginsAsCard, withLines } from './oneLine.ts'
import { findOrgNumber } from './orgNumber.ts'
import { hintedPieces } from './pieces.ts'
import type { Span } from './plain.ts'
import { isProse } from './prose.ts'
import { withoutQuoted } from './quoted.ts'
import { readSentence, type Told } from './sentence.ts'
import { findSignOff, flatSignOffs } from './signOff.ts'
import { unwrap } from './unwrap.ts'

/** How much of a long text is read: what stands beneath its last greeting, or else its beginning. */
const WINDOW = 6000

/** Reads the sender's own words, and of a long letter the part that has the signature. */
export function readLetter(text: string, country: string): Found[] {
  const own = withoutQuoted(text)
  const end = own.length > WINDOW ? (findSignOff(own)?.at ?? 0) : 0
  const from = end > WINDOW / 2 ? own.lastIndexOf('\n', end - 2) + 1 : 0
  const found = readBlock(own.slice(from, from + WINDOW), country)
  return found.map(one => ({ ...one, spans: one.spans.map(span => shifted(span, from)) }))
}

const shifted = <T extends Span>(span: T, by: number): T => ({
  ...span,
  start: span.start + by,
  end: span.end + by,
})

function readBlock(own: string, country: string): Found[] {
  const lined = isSentence(own) ? own : withLines(own, brandsOf(own))
  const { people, legal } = withoutNoise(unwrap(lined))
  const signOff = findSignOff(people)
  const block = blank(people, [{ start: 0, end: signOff?.at ?? 0 }])
  const inBlock = contactsIn(block, country)
  const isBare = inBlock.emails.length + inBlock.phones.length === 0
  const { emails, phones, links } = isBare ? contactsIn(people, country) : inBlock
  const orgNumber = findOrgNumber(lined, country)
  const contacts = [...emails, ...phones, ...(orgNumber ? [orgNumber] : [])]
  const spans = [...contacts.flatMap(one => one.spans), ...links.map(link => link.span)]
  const clues: Clues = {
    locals: emails.map(one => localOf(one.value)),
    brands: brandsOf(people),
    slugs: links.map(slugOf).filter(slug => slug !== undefined),
    signed: signOff?.signed,
  }
  const person = readPerson(blank(block, spans, TAKEN), legal, lined, links, clues)
  const others = othersOf(person.candidates, person.name, emails)
  const isOwn = (one: Found) => !one.spans.some(span => others.some(other => isIn(span, other)))
  const domains = emails.filter(isOwn).map(one => hostOf(one.value))
  const rest = [
    websiteOf(links, domains),
    profileOf(links, person.found.find(({ field }) => field === 'name')?.value ?? ''),
    orgNumber,
  ]
  return [
    ...person.found,
    ...emails.filter(isOwn),
    ...phones.filter(isOwn),
    ...rest.filter(one => one !== undefined),
  ]
}

const isSentence = (text: string) =>
  flatSignOffs(text).length === 0 &&
  isProse(text) &&
  !text.trim().includes('\n') &&
  !beginsAsCard(text)

const isIn = (span: Span, other: Span) => span.start >= other.start && span.end <= other.end

interface Person {
  readonly found: readonly Found[]
  readonly name: NamePiece | undefined
  readonly candidates: readonly NamePiece[]
}

/**
 * Who it is, what they are and where they work.
 *
 * @param masked the block without its addresses and numbers
 * @param legal the text without legal lines; who is named there is somebody else
 * @param whole where a name that was taken from elsewhere is looked for
 */
function readPerson(
  masked: string,
  legal: string,
  whole: string,
  links: readonly Link[],
  clues: Clues,
): Person {
  const told = readProse(masked)
  const all = hintedPieces(withoutProse(masked), clues.brands)
  const isLegalLine = ({ start, end }: Span) => legal.slice(start, end).trim() === ''
  const pieces = all.map(piece => (isLegalLine(piece) ? { ...piece, text: '-' } : piece))
  const candidates = nameCandidates(pieces, clues)
  const name = bestOf(candidates, told.name === undefined ? 2 : 4)
  const isTold = name === undefined && told.name !== undefined
  const chosen = chooseCompany(all, name, clues.brands, isLegalLine)
  const company = isTold ? (told.company ?? chosen) : (chosen ?? told.company)
  const title = chooseTitle(pieces, name, company, clues.brands)
  const isSame = name !== undefined && name.name === told.name?.text
  const saidTitle = isTold || (isSame && title === undefined) ? told.title : undefined
  const inLink = links.map(slugOf).map(slug => slug && nameInSlug(slug))
  const elsewhere = inLink.find(Boolean) ?? clues.signed

  const found: Found[] = []
  const add = (field: PasteField, value: string, spans: readonly Span[]) =>
    found.push({ field, value, spans: spans.map(({ start, end }) => ({ start, end })) })
  if (name) add('name', name.name, name.spans)
  else if (told.name) add('name', told.name.text, [told.name])
  else if (elsewhere) add('name', elsewhere, spansOf(whole, elsewhere))
  if (saidTitle) add('title', saidTitle.text, [saidTitle])
  else if (title) {
    add('title', masked.slice(title.start, title.end).replace(/\s+/g, ' '), [title])
  } else if (name?.profession) add('title', name.profession, spansOf(whole, name.profession))
  if (company) add('company', trimCompany(company.text), [company])
  return { found, name, candidates }
}

function bestOf(candidates: readonly NamePiece[], least: number): NamePiece | undefined {
  const score = Math.max(least, ...candidates.map(one => one.score))
  return candidates.find(one => one.score >= score)
}

/** What the first sentence tells that tells of a person. */
function readProse(text: string): Told {
  let at = 0
  for (const line of text.split('\n')) {
    const told = isProse(line) ? readSentence(line) : {}
    if (told.name) {
      const { name, title, company } = told
      return {
        name: shifted(name, at),
        ...(title && { title: shifted(title, at) }),
        ...(company && { company: shifted(company, at) }),
      }
    }
    at += line.length + 1
  }
  return {}
}

/** Sentences don't hold the parts of a card, and their words would only look like ones. */
const withoutProse = (text: string) =>
  text
    .replace(/[^\n]+/g, line =>
      isProse(line) && !/[|•·–—\t]/.test(line) ? ' '.repeat(line.length) : line,
    )
    .replace(/[^\n|•·–—\t\ue001]+/g, cell => (isProse(cell) ? ' '.repeat(cell.length) : cell))

/** Where somebody else's block is: from their name, which their address holds, to the end. */
function othersOf(
  candidates: readonly NamePiece[],
  name: NamePiece | undefined,
  emails: readonly Found[],
): Span[] {
  if (name === undefined) return []
  const other = candidates.find(one => {
    if (one.start <= name.end || !one.name.includes(' ') || one.score < 3) return false
    return emails.some(({ value, spans }) => {
      const local = localOf(value)
      const isTheirs = matchesLocal(one.name, local) > matchesLocal(name.name, local)
      return isTheirs && (spans[0]?.start ?? 0) > one.start
    })
  })
  return other === undefined ? [] : [{ start: other.start, end: Number.MAX_SAFE_INTEGER }]
}

function spansOf(text: string, value: string): Span[] {
  const start = text.indexOf(value)
  return start === -1 ? [] : [{ start, end: start + value.length }]
}
