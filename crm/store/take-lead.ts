import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Lead } from '../../lib/crm/open/contract.ts'
import { type CompanyKeys, companyKeys } from '../identity/company-keys.ts'
import { personKeys } from '../identity/person-keys.ts'
import { findCard } from './find-card.ts'
import { findContact } from './find-contact.ts'
import { lockNames } from './key-lock.ts'
import type { Db } from './open.ts'
import { refreshCard, refreshContact } from './refresh.ts'
import { inTransaction } from './retry.ts'
import { storable } from './storable.ts'
import type { Tables } from './tables.ts'
import { type Earlier, writeConversation } from './write-conversation.ts'

type Taken = { status: 'created' | 'updated' | 'unchanged'; cardId: string }

/**
 * Puts a lead on its customer card, in one transaction: the card and the contact are found or made,
 * the conversation is written or replaced. The same or a lower revision than the one that is here
 * changes nothing.
 *
 * @throws the database's error; then nothing has changed
 */
export function takeLead(db: Db, lead: Lead, colleagueId: string): Promise<Taken> {
  return inTransaction(db, tx => takeWithin(tx, storable(lead), colleagueId))
}

async function takeWithin(
  tx: Transaction<Tables>,
  lead: Lead,
  colleagueId: string,
): Promise<Taken> {
  const leadId = lead.id.toLowerCase()
  await lockNames(tx, [`lead ${leadId}`])
  const earlier = await readEarlier(tx, leadId)
  if (earlier !== undefined && earlier.revision >= lead.revision) {
    return { status: 'unchanged', cardId: earlier.cardId }
  }

  const company = companyKeys(lead.company)
  await lockNames(tx, [...lockedNames(company), ...(earlier ? lockedNames(earlier.company) : [])])
  const cardId = (await findCard(tx, company, earlier)) ?? (await makeCard(tx, lead))

  const person = personKeys(lead.person)
  const stays = earlier?.cardId === cardId ? earlier.contactId : undefined
  const contactId =
    (await findContact(tx, cardId, person, stays)) ?? (await makeContact(tx, cardId, lead))

  await writeConversation(tx, { lead, company, cardId, contactId, colleagueId, earlier })
  await refreshContact(tx, contactId)
  if (earlier !== undefined && earlier.contactId !== contactId) {
    await refreshContact(tx, earlier.contactId)
  }
  await refreshCard(tx, cardId)
  if (earlier !== undefined && earlier.cardId !== cardId) await refreshCard(tx, earlier.cardId)
  return { status: earlier === undefined ? 'created' : 'updated', cardId }
}

async function readEarlier(tx: Transaction<Tables>, leadId: string): Promise<Earlier | undefined> {
  const row = await tx
    .selectFrom('conversation')
    .select(['lead_id', 'revision', 'card_id', 'contact_id', 'number_key', 'domain_key'])
    .select(['name_key', 'relation', 'relation_since', 'main_since'])
    .where('lead_id', '=', leadId)
    .executeTakeFirst()
  return (
    row && {
      leadId: row.lead_id,
      revision: row.revision,
      cardId: row.card_id,
      contactId: row.contact_id,
      company: { number: row.number_key, domain: row.domain_key, name: row.name_key },
      relation: row.relation,
      relationSince: row.relation_since,
      mainSince: row.main_since,
    }
  )
}

/** Whoever adds one of these keys to a card, or takes it away, holds its lock. */
function lockedNames(company: CompanyKeys): string[] {
  return [
    `name ${company.name}`,
    ...(company.number === null ? [] : [`number ${company.number}`]),
    ...(company.domain === null ? [] : [`domain ${company.domain}`]),
  ]
}

async function makeCard(tx: Transaction<Tables>, lead: Lead): Promise<string> {
  const id = randomUUID()
  await tx.insertInto('card').values({ id, name: lead.company.name }).execute()
  return id
}

async function makeContact(tx: Transaction<Tables>, cardId: string, lead: Lead): Promise<string> {
  const id = randomUUID()
  const { name } = lead.person
  await tx
    .insertInto('contact')
    .values({ id, card_id: cardId, name, name_key: personKeys(lead.person).name })
    .execute()
  return id
}
