import type { Lead } from '../../lib/crm/open/contract.ts'
import { fold, foldedWords } from './fold.ts'
import { type PhoneKey, phoneKey } from './phone.ts'

/** By what a person is recognised on a card. */
export type PersonKeys = {
  name: string
  emails: string[]
  phones: PhoneKey[]
}

/** The keys of the person that a lead names, each once. */
export function personKeys(person: Pick<Lead['person'], 'name' | 'emails' | 'phones'>): PersonKeys {
  const phones = person.phones.map(phoneKey).filter(phone => phone !== null)
  return {
    name: foldedWords(person.name),
    emails: [...new Set(person.emails.map(emailKey))],
    phones: [...new Map(phones.map(phone => [phone.value, phone])).values()],
  }
}

/** Case never tells two mailboxes apart in practice, whatever the RFC allows before the `@`. */
export function emailKey(email: string): string {
  return fold(email.trim())
}
