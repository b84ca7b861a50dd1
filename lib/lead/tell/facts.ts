import type { Draft, DraftField } from '../draft.ts'
import { readPhone } from '../phone.ts'
import type { Lead } from '../schema.ts'
import { emailsIn, phonesIn } from '../several.ts'
import type { Facts } from './compose.ts'
import { countryOf } from './country.ts'
import { kindsOfDraft, kindsOfLead } from './kinds.ts'

/** Somebody who is to be told, as they are written down. */
export interface Person {
  fields: Draft['fields']
  /** See `Draft.written`; rows of before it was kept have none. */
  written?: Draft['written']
  /** What was logged with them. */
  activities?: readonly unknown[]
}

/** What the letter says of one person, and to which addresses it goes. */
export type PersonFacts = Pick<Facts, 'name' | 'kinds' | 'where' | 'on' | 'country'> & {
  emails: string[]
}

/**
 * @param home of which country phone numbers without a country code are, ISO 3166-1 alpha-2
 * @param promoted what the company has of them, if it can be read: the form may say more by now
 */
export function factsOf(
  { fields, written = {}, activities = [] }: Person,
  home: string,
  promoted?: Lead,
): PersonFacts {
  // Rows of before a field was there lack it.
  const at = (field: DraftField) => (fields[field] ?? '').trim()
  const emails = emailsIn(at('email'))
  const read = phonesIn(at('phone')).map(phone => readPhone(phone, home))
  const phones = read.filter(phone => phone !== undefined)
  const where = at('where') || at('event')
  // The form begins with today, also for a signature or what was selected on a page: that alone is
  // no meeting, and where the data is from is then for the sender to say.
  const wereMet = where !== '' || written.metOn !== undefined
  return {
    ...{ name: at('name'), emails, where, on: wereMet ? at('metOn') : '' },
    kinds: promoted ? kindsOfLead(promoted) : kindsOfDraft(fields, activities),
    country: countryOf({ phones, website: at('website'), emails }),
  }
}
