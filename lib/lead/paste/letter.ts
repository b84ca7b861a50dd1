import { asidesIn } from './asides.ts'
import { chooseCompany } from './chooseCompany.ts'
import { type Clues, type NamePiece, nameCandidates } from './chooseName.ts'
import { chooseTitle } from './chooseTitle.ts'
import { trimCompany } from './company.ts'
import { brandsOf, contactsIn, hostOf, localOf } from './contacts.ts'
import { findEmails } from './email.ts'
import { blank, type Found, type PasteField } from './found.ts'
import { beginsAsMail, headerLines } from './headerLines.ts'
import { hasLegalForm } from './legalForms.ts'
import { TAKEN } from './lines.ts'
import { type Link, nameInSlug, profileOf, slugOf, websiteOf } from './links.ts'
import { PICTURE, withoutNoise } from './noise.ts'
import { beginsAsCard, withLines } from './oneLine.ts'
import { findOrgNumber } from './orgNumber.ts'
import { hasJob, numbersOfOthers, othersOf } from './others.ts'
import { type Hinted, hintedPieces } from './pieces.ts'
import type { Span } from './plain.ts'
import { isProse } from './prose.ts'
import { withoutQuoted } from './quoted.ts'
import { readSentence, type Told } from './sentence.ts'
import { findSignOff, flatSignOffs } from './signOff.ts'
import { titleScore } from './title.ts'
import { unwrap } from './unwrap.ts'

/** How much of a long text is read: what stands beneath its last greeting, or else its beginning. */
const WINDOW = 6000

/** Reads the sender's own words, and of a long letter the part that has the signature. */
export function readLetter(text: string, country: string): Found[] {
  const mail = headerLines(text)
  const sent = withoutQuoted(mail)
  // Text without lines goes on without them, so that they are guessed of all of it.
  const kept = mail === text ? sent : sent.replace(/\n/g, ' ')
  const own = kept.replace(PICTURE, alt => '\t'.repeat(alt.length))

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
  const lined = isSentence(own)
    ? own
    : withLines(
        own,
        brandsOf(own),
        [...new Set(findEmails(own).map(one => localOf(one.value)))].slice(0, 6),
      )
  const joined = unwrap(lined)
  const noise = withoutNoise(joined)
  const asides = asidesIn(joined)
  const [people, legal] = [blank(noise.people, asides), blank(noise.legal, asides)]
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
    isGreeted: signOff !== undefined,
  }
  const person = readPerson(blank(block, spans, TAKEN), legal, lined, links, clues, [
    ...emails,
    ...phones,
  ])
  const others = person.others
  const strange = numbersOfOthers(block, phones, person.name)
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
    ...phones.filter(one => isOwn(one) && !strange.includes(one)),
    ...rest.filter(one => one !== undefined),
  ]
}

const isSentence = (text: string) =>
  flatSignOffs(text).length === 0 &&
  isProse(text) &&
  !text.trim().includes('\n') &&
  !beginsAsMail(text) &&
  !beginsAsCard(text)

const isIn = (span: Span, other: Span) => span.start >= other.start && span.end <= other.end

interface Person {
  readonly found: readonly Found[]
  readonly name: NamePiece | undefined
  /** Where the text tells of somebody else. */
  readonly others: readonly Span[]
}

/**
 * Who it is, what they are and where they work.
 *
 * @param masked the block without its addresses and numbers
 * @param legal the text without legal lines; who is named there is somebody else
 * @param contacts whose place tells where somebody else's block begins
 * @param whole where a name that was taken from elsewhere is looked for
 */
function readPerson(
  masked: string,
  legal: string,
  whole: string,
  links: readonly Link[],
  clues: Clues,
  contacts: readonly Found[],
): Person {
  const told = readProse(masked)
  const all = hintedPieces(withoutProse(masked), clues.brands)
  const isLegalLine = ({ start, end }: Span) => legal.slice(start, end).trim() === ''
  const isLabel = ({ end }: Span) => /^\s?:\s?\ue001/.test(masked.slice(end, end + 4))
  const pieces = all.map(piece =>
    isLegalLine(piece) || (isLabel(piece) && titleScore(piece.text) < 4)
      ? { ...piece, text: '-' }
      : piece,
  )
  const candidates = nameCandidates(pieces, clues)
  const name = bestOf(candidates, pieces, told.name === undefined ? 2 : 4)
  const isTold = name === undefined && told.name !== undefined
  const others = othersOf(candidates, pieces, name, contacts)
  const isTheirs = (piece: Hinted) => others.some(other => isIn(piece, other))
  const mine = (some: readonly Hinted[]) =>
    some.map(piece => (isTheirs(piece) ? { ...piece, text: '-' } : piece))
  const chosen =
    chooseCompany(mine(all), name, clues.brands, isLegalLine) ??
    chooseCompany(all, name, clues.brands, isLegalLine)
  const company = isTold ? (told.company ?? chosen) : (chosen ?? told.company)
  const title = chooseTitle(mine(pieces), name, company, clues.brands)
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
  return { found, name, others }
}

function bestOf(
  candidates: readonly NamePiece[],
  pieces: readonly Hinted[],
  least: number,
): NamePiece | undefined {
  const score = Math.max(least, ...candidates.map(one => one.score))
  const best = candidates.find(one => one.score >= score)
  // Where it stands twice, the one is meant that has a job beneath it.
  const same = candidates.filter(one => one.name === best?.name && one.score >= least)
  const named = same.find(one => hasJob(one, pieces)) ?? best
  // *Geir Arne* beneath the greeting, and *Geir Arne Prøve* at the head of the card.
  const isFuller = (one: NamePiece) =>
    named !== undefined &&
    one.name.startsWith(`${named.name} `) &&
    one.first > named.last &&
    one.first - named.last < 3 &&
    one.score >= 2 &&
    !hasLegalForm(pieces[one.first]?.text ?? '')
  // *Kris* beneath the greeting, and *Kristine Nordmann* at the head of the card.
  const isLonger = (one: NamePiece) =>
    named !== undefined &&
    !named.name.includes(' ') &&
    one.name.includes(' ') &&
    one.name[0] === named.name[0] &&
    one.first === named.last + 1 &&
    one.score >= 2
  return candidates.find(isFuller) ?? candidates.find(isLonger) ?? named
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

function spansOf(text: string, value: string): Span[] {
  const start = text.indexOf(value)
  return start === -1 ? [] : [{ start, end: start + value.length }]
}
