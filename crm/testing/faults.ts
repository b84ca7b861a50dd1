import { sql } from 'kysely'
import type { Db } from '../store/open.ts'

/** What must never be, each as a question that finds nothing. */
export async function faults(db: Db): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    select 'an empty card' as fault from card
      where not exists (select from conversation said where said.card_id = card.id)
    union all select 'a contact of whom nobody speaks' from contact
      where not exists (select from conversation said where said.contact_id = contact.id)
    union all select 'a conversation with somebody on another card' from conversation said
      join contact on contact.id = said.contact_id where contact.card_id <> said.card_id
    union all select 'a main contact from elsewhere, or none' from card
      where not exists (select from contact
        where contact.id = card.main_contact_id and contact.card_id = card.id)
    union all select 'a key that nobody says' from card_key where not exists (
      select from conversation said where said.card_id = card_key.card_id
        and card_key.value in (said.number_key, said.domain_key, said.name_key))
    union all select 'a key that was lost' from conversation said where not exists (
      select from card_key where card_key.card_id = said.card_id
        and card_key.kind = 'name' and card_key.value = said.name_key)
    union all select 'two companies on a card' from conversation one
      join conversation other on other.card_id = one.card_id
      where one.number_key <> other.number_key
    union all select 'two contacts of one e-mail on a card' from contact_key one
      join contact_key other on other.card_id = one.card_id and other.value = one.value
      where one.kind = 'email' and other.kind = 'email' and one.contact_id < other.contact_id`.execute(
    db,
  )
  return rows.map(row => row.fault)
}
