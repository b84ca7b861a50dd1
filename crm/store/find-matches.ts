import type { MatchRequest } from '../../lib/crm/open/contract.ts'
import { companyNameKey } from '../identity/company-keys.ts'
import { emailKey, personKeys } from '../identity/person-keys.ts'
import { phoneKey, samePhone } from '../identity/phone.ts'
import type { Db } from './open.ts'

export type Match = {
  cardId: string
  cardName: string
  contactId: string
  contactName: string
  why: 'email' | 'phone' | 'name-and-company'
}

const MOST = 10

/**
 * Who on the cards might be this person: by e-mail; where that finds nobody by phone; where that
 * finds nobody by name together with the company. The card that was touched last comes first.
 */
export async function findMatches(db: Db, asked: MatchRequest): Promise<Match[]> {
  const byEmail = asked.email === undefined ? [] : await findByEmail(db, asked.email)
  if (byEmail.length > 0) return byEmail
  const byPhone = asked.phone === undefined ? [] : await findByPhone(db, asked.phone)
  if (byPhone.length > 0) return byPhone
  if (asked.name === undefined || asked.company === undefined) return []
  return findByName(db, asked.name, asked.company)
}

async function findByEmail(db: Db, email: string): Promise<Match[]> {
  const rows = await contacts(db)
    .innerJoin('contact_key', 'contact_key.contact_id', 'contact.id')
    .where('contact_key.kind', '=', 'email')
    .where('contact_key.value', '=', emailKey(email))
    // The tail of an e-mail is the e-mail: this is the column with the index.
    .where('contact_key.tail', '=', emailKey(email))
    .limit(MOST)
    .execute()
  return rows.map(row => ({ ...row, why: 'email' }))
}

async function findByPhone(db: Db, phone: string): Promise<Match[]> {
  const key = phoneKey(phone)
  if (key === null) return []
  const rows = await contacts(db)
    .innerJoin('contact_key', 'contact_key.contact_id', 'contact.id')
    .select('contact_key.value')
    .where('contact_key.kind', '=', 'phone')
    .where('contact_key.tail', '=', key.tail)
    .execute()
  return rows
    .filter(row => samePhone(row.value, key.value))
    .slice(0, MOST)
    .map(({ value: _, ...row }) => ({ ...row, why: 'phone' }))
}

async function findByName(db: Db, name: string, company: string): Promise<Match[]> {
  const person = personKeys({ name, emails: [], phones: [] })
  const rows = await contacts(db)
    .innerJoin('card_key', 'card_key.card_id', 'card.id')
    .where('card_key.kind', '=', 'name')
    .where('card_key.value', '=', companyNameKey(company))
    .where('contact.name_key', '=', person.name)
    .limit(MOST)
    .execute()
  return rows.map(row => ({ ...row, why: 'name-and-company' }))
}

function contacts(db: Db) {
  return db
    .selectFrom('contact')
    .innerJoin('card', 'card.id', 'contact.card_id')
    .select([
      'card.id as cardId',
      'card.name as cardName',
      'contact.id as contactId',
      'contact.name as contactName',
    ])
    .orderBy('card.touched', 'desc')
    .orderBy('contact.seq')
}
