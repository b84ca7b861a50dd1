import { brandOf } from './company.ts'
import { findEmails } from './email.ts'
import { blank, type Found } from './found.ts'
import { TAKEN } from './lines.ts'
import { findLinks, isSocial, type Link } from './links.ts'
import { findPhones } from './phone.ts'

export interface Contacts {
  readonly emails: readonly Found[]
  readonly phones: readonly Found[]
  readonly links: readonly Link[]
}

/** The addresses and numbers of a text. What is one of them is looked for no more in the others. */
export function contactsIn(text: string, country: string): Contacts {
  const emails = findEmails(text)
  const apart = blank(
    text,
    emails.flatMap(one => one.spans),
    TAKEN,
  )
  const links = findLinks(apart)
  const spans = links.map(link => link.span)
  return { emails, links, phones: findPhones(blank(apart, spans, TAKEN), country) }
}

export const hostOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()
export const localOf = (address: string) => address.slice(0, address.lastIndexOf('@'))

/** The names by which the addresses in a text know their companies. */
export function brandsOf(text: string): string[] {
  const emails = findEmails(text).map(one => hostOf(one.value))
  const homes = findLinks(text).filter(link => !isSocial(link))
  const brands = [...emails, ...homes.map(link => link.host)].map(brandOf)
  return [...new Set(brands)].filter(brand => brand.length > 1)
}
