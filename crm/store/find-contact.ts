import type { Transaction } from 'kysely'
import { type ContactCandidate, chooseContact } from '../identity/choose-contact.ts'
import type { PersonKeys } from '../identity/person-keys.ts'
import type { Tables } from './tables.ts'

/**
 * The contact on a card who is this person. The caller holds the card.
 *
 * @param stays the contact that an earlier revision of the lead is on, if it is on this card
 * @param not contacts that it isn't, as somebody said who knows
 * @returns the contact's id, or null where one must be made
 */
export async function findContact(
  tx: Transaction<Tables>,
  cardId: string,
  keys: PersonKeys,
  { stays, not }: { stays: string | undefined; not: readonly string[] },
): Promise<string | null> {
  const addresses = [...keys.emails, ...keys.phones.map(phone => phone.tail)]
  // A union, since each half has its index and their `or` would have none.
  const byName = tx
    .selectFrom('contact')
    .select('id')
    .where('card_id', '=', cardId)
    .where('name_key', '=', keys.name)
  const byAddress = tx
    .selectFrom('contact_key')
    .select('contact_id as id')
    .where('card_id', '=', cardId)
    .where('tail', 'in', addresses)
  const mentioned = addresses.length === 0 ? byName : byName.unionAll(byAddress)
  const rows = await tx
    .selectFrom('contact')
    .leftJoin('contact_key', 'contact_key.contact_id', 'contact.id')
    .select(['contact.id', 'contact.name_key', 'contact_key.kind', 'contact_key.value'])
    .where('contact.id', 'in', mentioned)
    .orderBy('contact.seq')
    .execute()
  const isOther = new Set(not.map(id => id.toLowerCase()))
  const candidates = asCandidates(rows.filter(({ id }) => !isOther.has(id)))
  return chooseContact(keys, candidates, stays && isOther.has(stays) ? undefined : stays)
}

type Row = { id: string; name_key: string; kind: string | null; value: string | null }

function asCandidates(rows: Row[]): ContactCandidate[] {
  const contacts = new Map<string, ContactCandidate>()
  for (const { id, name_key, kind, value } of rows) {
    const contact = contacts.get(id) ?? { id, name: name_key, emails: [], phones: [] }
    if (value !== null) (kind === 'email' ? contact.emails : contact.phones).push(value)
    contacts.set(id, contact)
  }
  return [...contacts.values()]
}
