import { FOLD, calendarText, isCalendar } from './calendar.ts'
import { chooseCompany } from './chooseCompany.ts'
import { type Clues, type NamePiece, nameCandidates } from './chooseName.ts'
import { chooseTitle } from './chooseTitle.ts'
import { brandOf, trimCompany } from './company.ts'
import { findEmails } from './email.ts'
import { blank, type Found } from './found.ts'
import { TAKEN } from './lines.ts'
import { findLinks, isSocial, nameInSlug, profileOf, slugOf, websiteOf } from './links.ts'
import { matchesLocal } from './name.ts'
import { withoutNoise } from './noise.ts'
import { withLines } from './oneLine.ts'
import { findOrgNumber } from './orgNumber.ts'
import { findPhones } from './phone.ts'
import { type Hinted, hintedPieces } from './pieces.ts'
import { type Span, toPlain } from './plain.ts'
import { onLines } from './properties.ts'
import { isProse } from './prose.ts'
import { withoutQuoted } from './quoted.ts'
import { readSentence, type Told } from './sentence.ts'
import { findSignOff, flatSignOffs } from './signOff.ts'
import { unwrap } from './unwrap.ts'
import { isVcard, readVcard } from './vcard.ts'

/** More than this is nobody's signature; what follows is left as it is. */
const LONGEST = 100_000

/**
 * Reads what somebody pasted: a signature, a card, a link, a sentence.
 *
 * @param pasted as it came
 * @param country ISO 3166-1 alpha-2, for phone numbers without a country code
 * @returns what was recognised, with where it stands in what was pasted
 */
export function readText(pasted: string, country: string): Found[] {
  const plain = toPlain(pasted.slice(0, LONGEST))
  const unfolded = isCalendar(plain.text) ? plain.without(FOLD) : plain
  const found = isVcard(plain.text)
    ? readVcard(onLines(plain.text), country)
    : readLetter(isCalendar(plain.text) ? calendarText(onLines(unfolded.text)) : plain.text, country)
  return found.map(one => ({ ...one, spans: one.spans.map(unfolded.from) }))
}

const hostOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()
const localOf = (address: string) => address.slice(0, address.lastIndexOf('@'))

function readLetter(text: string, country: string): Found[] {
  const own = withoutQuoted(text)
  const brands = brandsOf(own)
  const isSentence = flatSignOffs(own).length === 0 && isProse(own) && !/\n/.test(own.trim())
  const lined = isSentence ? own : withLines(own, brands)
  const { people, legal } = withoutNoise(unwrap(lined))
  const signOff = findSignOff(people)
  const before = { start: 0, end: signOff?.at ?? 0 }
  const block = blank(people, [before])
  const contacts = contactsIn(block, country)
  const isBare = contacts.emails.length + contacts.phones.length === 0
  const { emails, phones, links } = isBare ? contactsIn(people, country) : contacts
  const orgNumber = findOrgNumber(lined, country)
  const taken = [...emails, ...phones, ...(orgNumber ? [orgNumber] : [])].flatMap(one => one.spans)
  const masked = blank(block, [...taken, ...links.map(link => link.span)], TAKEN)
  const clues: Clues = {
    locals: emails.map(one => localOf(one.value)),
    brands: brandsOf(people),
    slugs: links.map(slugOf).filter(slug => slug !== undefined),
    signed: signOff?.signed,
  }
  const told = readProse(masked, clues)
  const pieces = hintedPieces(withoutProse(masked), clues.brands)
  const isLegalLine = (piece: Hinted) => legal.slice(piece.start, piece.end).trim() === ''
  const candidates = nameCandidates(pieces.map(piece => isLegalLine(piece) ? { ...piece, text: '-' } : piece), clues)
  const name = pickName(candidates, told, clues)
  const isTold = told.name !== undefined && name === undefined
  const company = isTold && told.company ? told.company : (chooseCompany(pieces, name, clues.brands, isLegalLine) ?? told.company)
  const ownTitle = chooseTitle(pieces.filter(piece => !isLegalLine(piece)), name, company, clues.brands)
  const isSame = told.name !== undefined && name?.name === told.name.text
  const title = isTold || (isSame && ownTitle === undefined) ? told.title : undefined
  const found: Found[] = []
  const fullName = name?.name ?? told.name?.text ?? links.map(slugOf).map(slug => slug && nameInSlug(slug)).find(Boolean) ?? signOff?.signed
  if (name) found.push({ field: 'name', value: name.name, spans: name.spans })
  else if (told.name) found.push({ field: 'name', value: told.name.text, spans: [told.name] })
  else if (fullName) found.push({ field: 'name', value: fullName, spans: spansOf(lined, fullName) })
  if (title) found.push({ field: 'title', value: title.text, spans: [title] })
  else if (ownTitle) {
    const value = masked.slice(ownTitle.start, ownTitle.end).replace(/\s+/g, ' ')
    found.push({ field: 'title', value, spans: [ownTitle] })
  } else if (name?.profession) found.push({ field: 'title', value: name.profession, spans: spansOf(lined, name.profession) })
  if (company) found.push({ field: 'company', value: trimCompany(company.text), spans: [company] })
  const others = othersOf(candidates, name, emails)
  const mine = (one: Found) => one.spans.some(span => !others.some(other => span.start >= other.start && span.end <= other.end))
  found.push(...emails.filter(mine), ...phones.filter(mine))
  const domains = emails.filter(mine).map(one => hostOf(one.value))
  const profile = profileOf(links, fullName ?? '')
  const website = websiteOf(links, domains)
  for (const one of [website, profile, orgNumber]) if (one) found.push(one)
  return found
}

function brandsOf(text: string): string[] {
  const emails = findEmails(text).map(one => hostOf(one.value))
  const hosts = findLinks(text).filter(link => !isSocial(link)).map(link => link.host)
  return [...new Set([...emails, ...hosts].map(brandOf))].filter(brand => brand.length > 1)
}

function contactsIn(text: string, country: string) {
  const emails = findEmails(text)
  const apart = blank(text, emails.flatMap(one => one.spans), TAKEN)
  const links = findLinks(apart)
  const phones = findPhones(blank(apart, links.map(link => link.span), TAKEN), country)
  return { emails, links, phones }
}

/** The first sentence that tells of a person. */
function readProse(text: string, _clues: Clues): Told {
  let at = 0
  for (const line of text.split('\n')) {
    if (isProse(line)) {
      const told = readSentence(line)
      if (told.name) return shifted(told, at)
    }
    at += line.length + 1
  }
  return {}
}

function shifted(told: Told, by: number): Told {
  const moved = Object.entries(told).map(([key, { text, start, end }]) => [key, { text, start: start + by, end: end + by }])
  return Object.fromEntries(moved) as Told
}

/** Sentences don't hold the parts of a card, and their words would only look like ones. */
const withoutProse = (text: string) =>
  text.replace(/[^\n|•·–—\t\u0001]+/g, cell => (isProse(cell) ? ' '.repeat(cell.length) : cell))

function pickName(candidates: readonly NamePiece[], told: Told, _clues: Clues): NamePiece | undefined {
  const best = candidates.reduce<NamePiece | undefined>((one, other) => (one === undefined || other.score > one.score ? other : one), undefined)
  const least = told.name === undefined ? 2 : 4
  return best !== undefined && best.score >= least ? best : undefined
}

/** Where somebody else's block is: from their name, which their address holds, to the end. */
function othersOf(candidates: readonly NamePiece[], name: NamePiece | undefined, emails: readonly Found[]): Span[] {
  if (name === undefined) return []
  const other = candidates.find(one => {
    if (one.start <= name.end || one.name.split(' ').length < 2 || one.score < 3) return false
    const isTheirs = (email: Found) => matchesLocal(one.name, localOf(email.value)) > matchesLocal(name.name, localOf(email.value))
    return emails.some(email => (email.spans[0]?.start ?? 0) > one.start && isTheirs(email))
  })
  return other === undefined ? [] : [{ start: other.start, end: Number.MAX_SAFE_INTEGER }]
}

function spansOf(text: string, value: string): Span[] {
  const start = text.indexOf(value)
  return start === -1 ? [] : [{ start, end: start + value.length }]
}
