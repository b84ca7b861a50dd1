import type { Transaction } from 'kysely'
import type { Lead } from '../../lib/crm/open/contract.ts'
import { type PersonKeys, personKeys } from '../identity/person-keys.ts'
import type { Write } from './run-together.ts'
import { searchWords } from './search-words.ts'
import type { Tables } from './tables.ts'

/** Makes the contact that one lead describes. */
export function makeContact(
  tx: Transaction<Tables>,
  id: string,
  cardId: string,
  { person }: Lead,
): Write[] {
  const keys = personKeys(person)
  const row = { id, card_id: cardId, ...contactColumns([person.name], person, keys) }
  const owner = { card_id: cardId, contact_id: id }
  return [tx.insertInto('contact').values(row), ...addContactKeys(tx, owner, keys)]
}

/** What a contact is called (the first of its names), and the words that it is found by. */
export function contactColumns(
  names: [string, ...string[]],
  { emails, phones }: { emails: string[]; phones: string[] },
  keys: PersonKeys,
) {
  const numbers = keys.phones.map(phone => phone.value)
  return {
    name: names[0],
    name_key: keys.name,
    search: searchWords([...names, ...emails, ...phones, ...numbers]),
  }
}

/** Adds the addresses by which a contact is recognised, if it has any. */
export function addContactKeys(
  tx: Transaction<Tables>,
  owner: { card_id: string; contact_id: string },
  keys: PersonKeys,
): Write[] {
  const rows = [
    ...keys.emails.map(value => ({ ...owner, kind: 'email' as const, value, tail: value })),
    ...keys.phones.map(phone => ({ ...owner, kind: 'phone' as const, ...phone })),
  ]
  if (rows.length === 0) return []
  // An address that another contact of the card has already stays that one's.
  return [
    tx
      .insertInto('contact_key')
      .values(rows)
      .onConflict(conflict => conflict.doNothing()),
  ]
}
