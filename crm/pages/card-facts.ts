import { companyNameKey, domainKey, numberKey } from '../identity/company-keys.ts'
import { fold, foldedWords } from '../identity/fold.ts'
import { emailKey } from '../identity/person-keys.ts'
import { phoneKey, samePhone } from '../identity/phone.ts'
import type { Card } from '../store/read-card.ts'
import { dayOf } from './day.ts'
import { mergeStatements, type Said, uniteStatements } from './merge-statements.ts'

type Conversation = Card['conversations'][number]
export type DifferingField = 'name' | 'title' | 'profile' | 'company' | 'number' | 'website'
export type Difference = Said & { field: DifferingField }

export type ContactFacts = {
  id: string
  name: string
  isMain: boolean
  title: string | null
  profile: string | null
  emails: string[]
  phones: string[]
  differences: Difference[]
}

/** Each contact with what the leads say of them; the main contact first. */
export function contactFacts(card: Card): ContactFacts[] {
  const contacts = card.contacts.map(({ id, name }) => {
    const said = card.conversations.filter(conversation => conversation.contact_id === id)
    const title = merge(said, 'person_title', foldedWords)
    const profile = merge(said, 'profile', fold)
    return {
      id,
      name,
      isMain: id === card.mainContactId,
      title: title.value,
      profile: profile.value,
      emails: uniteStatements(
        said.map(lead => lead.emails),
        (a, b) => emailKey(a) === emailKey(b),
      ),
      phones: uniteStatements(
        said.map(lead => lead.phones),
        isSamePhone,
      ),
      differences: [
        ...named('name', merge(said, 'person_name', foldedWords)),
        ...named('title', title),
        ...named('profile', profile),
      ],
    }
  })
  return contacts.toSorted((a, b) => Number(b.isMain) - Number(a.isMain))
}

/** Where the leads disagree about the company. */
export function companyDifferences({ conversations }: Card): Difference[] {
  return [
    ...named('company', merge(conversations, 'company_name', companyNameKey)),
    ...named(
      'number',
      merge(conversations, 'company_number', value => numberKey(value) ?? value),
    ),
    ...named(
      'website',
      merge(conversations, 'company_website', value => domainKey(value) ?? value),
    ),
  ]
}

type TextField =
  | 'person_name'
  | 'person_title'
  | 'profile'
  | 'company_name'
  | 'company_number'
  | 'company_website'

function merge(said: Conversation[], field: TextField, key: (value: string) => string) {
  const statements = said.map(conversation => ({
    value: conversation[field],
    author: conversation.author,
    day: dayOf(conversation.created_at),
  }))
  return mergeStatements(statements, key)
}

function named(field: DifferingField, { differences }: { differences: Said[] }): Difference[] {
  return differences.map(said => ({ field, ...said }))
}

function isSamePhone(a: string, b: string): boolean {
  const [one, other] = [phoneKey(a), phoneKey(b)]
  return one === null || other === null ? a === b : samePhone(one.value, other.value)
}
