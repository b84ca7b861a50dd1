import { compose, type Facts } from './compose.ts'
import type { TellLanguage } from './language.ts'
import { mailto } from './mailto.ts'

/** What mail programs and systems take of a link, in signs: some cut it off at 2,000. */
export const LONGEST_LINK = 1900

/** The most signs that a part may have in a link that would be too long otherwise, as encoded. */
const PART = 90

export interface TellMail {
  /** Begins the e-mail in the user's own mail program. */
  href: string
  /** Whether the letter is in the link; else it is to be copied, since it would be cut off. */
  hasLetter: boolean
  /** The whole letter, however long. */
  subject: string
  body: string
}

/**
 * The letter to one person, and the link that begins an e-mail with it. Where the link would be too
 * long, the names in it are cut, and where even that doesn't do, the letter is left out of it.
 */
export function tellMail(
  emails: readonly string[],
  facts: Facts,
  language: TellLanguage,
): TellMail {
  const whole = compose(facts, language)
  const short = compose(shortened(facts), language)
  const [first] = emails
  const one = first === undefined ? [] : [first]
  const tries = [
    { to: emails, ...whole },
    { to: one, ...whole },
    { to: one, ...short },
  ].map(mailto)
  const fitting = tries.find(href => href.length <= LONGEST_LINK)
  if (fitting !== undefined) return { href: fitting, hasLetter: true, ...whole }
  const bare = mailto({ to: one, subject: short.subject, body: '' })
  const href =
    bare.length <= LONGEST_LINK ? bare : mailto({ to: [], subject: short.subject, body: '' })
  return { href, hasLetter: false, ...whole }
}

const shortened = (facts: Facts): Facts => ({
  ...facts,
  name: cut(facts.name),
  where: cut(facts.where),
  host: facts.host?.slice(0, PART),
  sender: { company: cut(facts.sender.company), contact: cut(facts.sender.contact) },
})

/** As many whole signs as fit, with a mark where something is missing. */
function cut(text: string): string {
  if (sizeOf(text) <= PART) return text
  let size = sizeOf('…')
  const kept = Array.from(text).filter(sign => {
    size += sizeOf(sign)
    return size <= PART
  })
  return `${kept.join('')}…`
}

/** Half a sign of two is encoded as one that has three bytes. */
const sizeOf = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).length
