import type { Draft, DraftField } from '../draft.ts'
import { readPhone } from '../phone.ts'
import { emailsIn, phonesIn } from '../several.ts'
import type { Facts } from './compose.ts'
import { countryOf } from './country.ts'
import { KINDS, type Kind } from './letters/letter.ts'

/** Somebody who is to be told, as they are written down. */
export interface Person {
  fields: Draft['fields']
  /** What was logged with them. */
  activities?: readonly unknown[]
}

/** What the letter says of one person, and to which addresses it goes. */
export type PersonFacts = Pick<Facts, 'name' | 'kinds' | 'where' | 'on' | 'country'> & {
  emails: string[]
}

/**
 * @param home of which country phone numbers without a country code are, ISO 3166-1 alpha-2
 */
export function factsOf({ fields, activities = [] }: Person, home: string): PersonFacts {
  // Rows of before a field was there lack it.
  const at = (field: DraftField) => (fields[field] ?? '').trim()
  const emails = emailsIn(at('email'))
  const read = phonesIn(at('phone')).map(phone => readPhone(phone, home))
  const phones = read.filter(phone => phone !== undefined)
  const kept: Record<Kind, boolean> = {
    ...{ name: at('name') !== '', company: at('company') !== '', title: at('title') !== '' },
    ...{ email: at('email') !== '', phone: at('phone') !== '', profile: at('profile') !== '' },
    relation: true,
    met: `${at('where')}${at('event')}${at('metOn')}` !== '',
    ...{ notes: at('notes') !== '', tags: at('tags') !== '', followUp: at('followUp') !== '' },
    activities: activities.length > 0,
  }
  return {
    ...{ name: at('name'), emails, where: at('where') || at('event'), on: at('metOn') },
    kinds: KINDS.filter(kind => kept[kind]),
    country: countryOf({ phones, website: at('website'), emails }),
  }
}
