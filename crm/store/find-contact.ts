import type { Transaction } from 'kysely'
import { chooseContact } from '../identity/choose-contact.ts'
import type { PersonKeys } from '../identity/person-keys.ts'
import type { Tables } from './tables.ts'

/**
 * The contact on a card who is this person. The caller holds the card.
 *
 * @param currentId the contact that an earlier revision of the lead is on, if it is on this card
 * @returns the contact's id, or null where one must be made
 */
export async function findContact(
  tx: Transaction<Tables>,
  cardId: string,
  keys: PersonKeys,
  currentId: string | undefined,
): Promise<string | null> {
  const ids = await tx
    .selectFrom('contact')
    .leftJoin('contact_key', 'contact_key.contact_id', 'contact.id')
    .select('contact.id')
    .where('contact.card_id', '=', cardId)
    .where(eb =>
      eb.or([
        eb('contact.name_key', '=', keys.name),
        ...keys.emails.map(email =>
          eb.and({ 'contact_key.kind': 'email', 'contact_key.value': email }),
        ),
        ...keys.phones.map(phone =>
          eb.and({ 'contact_key.kind': 'phone', 'contact_key.tail': phone.tail }),
        ),
      ]),
    )
    .distinct()
    .execute()
  if (ids.length === 0) return currentId ?? null
  const candidates = await readCandidates(
    tx,
    ids.map(row => row.id),
  )
  return chooseContact(keys, candidates, currentId)
}

async function readCandidates(tx: Transaction<Tables>, ids: string[]) {
  const rows = await tx
    .selectFrom('contact')
    .leftJoin('contact_key', 'contact_key.contact_id', 'contact.id')
    .select(['contact.id', 'contact.name_key', 'contact_key.kind', 'contact_key.value'])
    .where('contact.id', 'in', ids)
    .orderBy('contact.seq')
    .execute()
  const contacts = new Map<string, ReturnType<typeof emptyCandidate>>()
  for (const row of rows) {
    const contact = contacts.get(row.id) ?? emptyCandidate(row.id, row.name_key)
    if (row.value !== null) {
      const list = row.kind === 'email' ? contact.emails : contact.phones
      list.push(row.value)
    }
    contacts.set(row.id, contact)
  }
  return [...contacts.values()]
}

function emptyCandidate(id: string, name: string) {
  return { id, name, emails: [] as string[], phones: [] as string[] }
}
