import type { PersonKeys } from './person-keys.ts'
import { samePhone } from './phone.ts'

/** A contact on the lead's card that might be the same person. */
export type ContactCandidate = {
  id: string
  name: string
  emails: string[]
  phones: string[]
}

/**
 * Which contact of a card a lead's person is: by e-mail, else by phone, else the one that an
 * earlier revision of this lead is on, else by name.
 *
 * @param candidates oldest first; all on the card with an e-mail, a phone's tail or the name in common
 * @returns the contact's id, or null for somebody who isn't on the card yet
 */
export function chooseContact(
  keys: PersonKeys,
  candidates: ContactCandidate[],
  currentId?: string,
): string | null {
  const currentFirst = candidates.toSorted(
    (a, b) => Number(b.id === currentId) - Number(a.id === currentId),
  )
  const found =
    currentFirst.find(contact => haveEmailInCommon(keys, contact)) ??
    currentFirst.find(contact => havePhoneInCommon(keys, contact) && !isColleague(keys, contact))
  return found?.id ?? currentId ?? chooseByName(keys, candidates)
}

/**
 * A name alone joins only where it can't be wrong as far as anybody wrote down: one contact of that
 * name on the card, and either it or the lead has no e-mail and no phone at all. With addresses on
 * both sides and none in common they stay two, since merging two people is worse than showing one
 * twice. The rule is symmetric, so it doesn't matter which of both leads arrives first.
 */
function chooseByName(keys: PersonKeys, candidates: ContactCandidate[]): string | null {
  const namesakes = candidates.filter(contact => contact.name === keys.name)
  const [only, ...others] = namesakes
  if (only === undefined || others.length > 0) return null
  return !isReachable(keys) || !isReachable(only) ? only.id : null
}

/** A switchboard's number is everybody's: with another name and another e-mail it's a colleague. */
function isColleague(keys: PersonKeys, contact: ContactCandidate): boolean {
  return keys.name !== contact.name && keys.emails.length > 0 && contact.emails.length > 0
}

function haveEmailInCommon(keys: PersonKeys, contact: ContactCandidate): boolean {
  return keys.emails.some(email => contact.emails.includes(email))
}

function havePhoneInCommon(keys: PersonKeys, contact: ContactCandidate): boolean {
  return keys.phones.some(phone => contact.phones.some(other => samePhone(phone.value, other)))
}

function isReachable(person: { emails: unknown[]; phones: unknown[] }): boolean {
  return person.emails.length > 0 || person.phones.length > 0
}
