import { sql, type Transaction } from 'kysely'
import type { Lead } from '../../lib/crm/open/contract.ts'
import { personKeys } from '../identity/person-keys.ts'
import { addContactKeys, contactColumns } from './make-contact.ts'
import { runTogether } from './run-together.ts'
import { searchWords } from './search-words.ts'
import type { Tables } from './tables.ts'

/**
 * Works a contact out of what the leads say now: its first name, its keys, its words for searching.
 * A contact of whom no lead speaks any more is gone.
 */
export async function refreshContact(tx: Transaction<Tables>, contactId: string): Promise<void> {
  const said = await tx
    .selectFrom('conversation')
    .select(['card_id', 'person_name', 'emails', 'phones'])
    .where('contact_id', '=', contactId)
    .orderBy('seq')
    .execute()
  const [first, ...others] = said
  if (first === undefined) {
    await tx.deleteFrom('contact').where('id', '=', contactId).execute()
    return
  }
  const emails = said.flatMap(lead => lead.emails)
  const phones = said.flatMap(lead => lead.phones)
  const keys = personKeys({ name: first.person_name, emails, phones })
  const names: [string, ...string[]] = [first.person_name, ...others.map(lead => lead.person_name)]
  await tx.deleteFrom('contact_key').where('contact_id', '=', contactId).execute()
  await runTogether(tx, [
    tx
      .updateTable('contact')
      .set(contactColumns(names, { emails, phones }, keys))
      .where('id', '=', contactId),
    ...addContactKeys(tx, { card_id: first.card_id, contact_id: contactId }, keys),
  ])
}

/** Takes the keys from a card that no lead on it says any more. */
export async function dropUnsaidKeys(tx: Transaction<Tables>, cardId: string): Promise<void> {
  await tx
    .deleteFrom('card_key')
    .where('card_id', '=', cardId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('conversation as said')
            .select('said.lead_id')
            .where('said.card_id', '=', cardId)
            .where(sql<boolean>`card_key.value = case card_key.kind
              when 'number' then said.number_key
              when 'domain' then said.domain_key
              else said.name_key end`),
        ),
      ),
    )
    .execute()
}

type Summary = {
  name: string | null
  number: string | null
  website: string | null
  relation: Lead['relation']
  main_contact_id: string
  keys: string | null
}

/**
 * Works a card out of what the leads say now, and puts it on top of the list. The name, the number
 * and the website are the first that were said; the relation and the main contact are the latest,
 * except that a colleague's new prospect doesn't make a customer one again.
 * A card of which no lead speaks any more is gone.
 */
export async function refreshCard(tx: Transaction<Tables>, cardId: string): Promise<void> {
  const said = sql`from conversation where card_id = ${cardId}`
  const { rows } = await sql<Summary>`
    select
      (select company_name ${said} order by seq limit 1) as name,
      (select company_number ${said} and company_number is not null
        order by seq limit 1) as number,
      (select company_website ${said} and company_website is not null
        order by seq limit 1) as website,
      (select relation ${said}
        order by (relation <> 'prospect') desc, relation_since desc limit 1) as relation,
      coalesce(
        (select contact_id ${said} and main_since is not null order by main_since desc limit 1),
        (select id from contact where card_id = ${cardId} order by seq limit 1)
      ) as main_contact_id,
      (select string_agg(value, ' ') from card_key where card_id = ${cardId}) as keys`.execute(tx)
  const [summary] = rows
  if (summary === undefined || summary.name === null) {
    await tx.deleteFrom('card').where('id', '=', cardId).execute()
    return
  }
  const { keys, name, ...card } = summary
  await tx
    .updateTable('card')
    .set({
      ...card,
      name,
      search: searchWords([name, card.number, card.website, keys]),
      touched: sql`nextval('touch_order')`,
      updated_at: sql`now()`,
    })
    .where('id', '=', cardId)
    .execute()
}
