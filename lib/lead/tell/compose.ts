import { authorityFor } from './authority.ts'
import type { TellLanguage } from './language.ts'
import { da } from './letters/da.ts'
import { de } from './letters/de.ts'
import { en } from './letters/en.ts'
import type { Kind, Letter } from './letters/letter.ts'
import { nb } from './letters/nb.ts'
import { nn } from './letters/nn.ts'
import { sv } from './letters/sv.ts'

const LETTERS: Record<TellLanguage, Letter> = { nb, nn, sv, da, en, de }

/** Who tells it: what is empty stays a blank in the letter, for the sender to fill in there. */
export interface Sender {
  company: string
  /** How to reach them: an address, an e-mail, a phone number. */
  contact: string
}

/** What the letter has to say of one person. */
export interface Facts {
  name: string
  kinds: readonly Kind[]
  where: string
  /** The day on which they were met, `YYYY-MM-DD`, or nothing. */
  on: string
  /** Where they are, ISO 3166-1 alpha-2, if anything tells. */
  country: string | undefined
  /** The CRM's host, where others could know it. */
  host: string | undefined
  sender: Sender
}

/** The letter to one person, as people read it. */
export function compose(facts: Facts, language: TellLanguage): { subject: string; body: string } {
  const letter = LETTERS[language]
  const { blanks } = letter
  const company = plain(facts.sender.company) || blanks.company
  const contact = plain(facts.sender.contact) || blanks.contact
  const who = letter.who(company, contact)
  const met = [plain(facts.where), dayOf(facts.on, letter.tag)].filter(part => part !== '')
  const authority = authorityFor(facts.country, language) ?? letter.authority
  const paragraphs = [
    [letter.greeting(plain(facts.name))],
    [letter.opening],
    [
      facts.host === undefined ? who : `${who} ${letter.at(plain(facts.host))}`,
      letter.what(listOf(facts.kinds, letter)),
      letter.from(met.length > 0 ? letter.met(met.join(', ')) : blanks.source),
      letter.why,
      letter.howLong,
    ],
    [letter.objection],
    [`${letter.rights} ${letter.complaint(authority)}`],
    [letter.regards, company],
  ]
  const body = paragraphs.map(lines => lines.join('\n')).join('\n\n')
  return { subject: letter.subject(company), body }
}

function listOf(kinds: readonly Kind[], letter: Letter): string {
  const words = kinds.map(kind => letter.kinds[kind])
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${letter.and} ${last}`
}

/** On one line, and without what can't be seen or turns the direction of what follows. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()

function dayOf(date: string, tag: string): string {
  const noon = new Date(`${date}T12:00Z`)
  if (Number.isNaN(noon.getTime())) return ''
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(noon)
}
