import type { DraftFields } from '../draft.ts'
import { readPhone } from '../phone.ts'
import { emailsIn, phonesIn } from '../several.ts'
import { companyKey } from './company.ts'
import { fold } from './fold.ts'
import { formsOf, isSameName, nameWords } from './name.ts'

/** By what two people who were written down are taken for one; the surest first. */
export const REASONS = ['email', 'phone', 'name-and-company', 'name'] as const
export type Reason = (typeof REASONS)[number]

export type Person = Pick<DraftFields, 'name' | 'company' | 'email' | 'phone'>

/** As many last digits of a number as are written alike at home and from abroad. */
const TAIL = 7

/**
 * What somebody is looked up by. Whoever `reasonFor` takes for the same has one of these in common;
 * the reverse isn't so. No longer than a few dozen letters each, whatever was written.
 */
export function keysOf(person: Person): string[] {
  const company = companyKey(person.company).slice(0, 60)
  const words = nameWords(person.name).map(word => word.slice(0, 30))
  const whole = words.filter(word => word.length > 1)
  const emails = emailKeys(person.email)
  const tails = phonesIn(person.phone).map(phone => digitsOf(phone).slice(-TAIL))
  const named = [...whole.flatMap(formsOf), words.join('').slice(0, 60)]
  const keys = [
    ...emails.map(email => `e:${email}`),
    ...tails.filter(tail => tail.length === TAIL).map(tail => `p:${tail}`),
    ...(company === '' || words.length === 0 ? [] : named.map(word => `c:${company}:${word}`)),
    ...fullNames(words).map(name => `n:${name}`),
  ]
  return [...new Set(keys)]
}

/**
 * Why two people who were written down may be one, or `undefined`. The same in both directions.
 *
 * @param country ISO 3166-1 alpha-2, for phone numbers without a country code
 */
export function reasonFor(one: Person, other: Person, country: string): Reason | undefined {
  const emails = emailKeys(other.email)
  if (emailKeys(one.email).some(email => emails.includes(email))) return 'email'
  const phones = phonesIn(other.phone)
  const isTheirs = (phone: string) => phones.some(their => isSamePhone(phone, their, country))
  if (phonesIn(one.phone).some(isTheirs)) return 'phone'
  const [company, otherCompany] = [companyKey(one.company), companyKey(other.company)]
  const [words, otherWords] = [nameWords(one.name), nameWords(other.name)]
  if (company !== '' && otherCompany !== '') {
    const isSame = company === otherCompany && isSameName(words, otherWords)
    return isSame ? 'name-and-company' : undefined
  }
  // While nobody has said which company, a whole name is worth a look.
  const names = fullNames(otherWords)
  return fullNames(words).some(name => names.includes(name)) ? 'name' : undefined
}

const emailKeys = (text: string): string[] =>
  emailsIn(text)
    .map(emailKey)
    .filter(email => email !== '')

/** An address as it is compared; empty for what is none yet. */
function emailKey(text: string): string {
  const email = text.trim().toLowerCase()
  return /.@.+\../.test(email) ? email.slice(0, 254) : ''
}

/** The digits of a number, without those of an extension. */
const digitsOf = (text: string) =>
  fold(text)
    .replace(/(?<=\d.*)[;#x].*$/s, '')
    .replace(/\D/g, '')

function isSamePhone(one: string, other: string, country: string): boolean {
  const [digits, otherDigits] = [digitsOf(one), digitsOf(other)]
  const tail = digits.slice(-TAIL)
  if (tail.length < TAIL || tail !== otherDigits.slice(-TAIL)) return false
  return (readPhone(one, country) ?? digits) === (readPhone(other, country) ?? otherDigits)
}

/** First name and last, in each form that the first one has; nothing where one of them is missing. */
function fullNames(words: readonly string[]): string[] {
  const [first = '', ...others] = words
  const last = others.at(-1) ?? ''
  if (first.length < 2 || last.length < 2) return []
  return formsOf(first).map(form => `${form} ${last}`.slice(0, 60))
}
