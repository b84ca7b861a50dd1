import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Lead } from '../../lib/crm/open/contract.ts'
import { type CompanyKeys, companyKeys } from '../identity/company-keys.ts'
import { personKeys } from '../identity/person-keys.ts'
import { findCard } from './find-card.ts'
import { findChosen } from './find-chosen.ts'
import { findContact } from './find-contact.ts'
import { lockNames } from './key-lock.ts'
import { makeCard } from './make-card.ts'
import { makeContact } from './make-contact.ts'
import type { Db } from './open.ts'
import { dropUnsaidKeys, refreshCard, refreshContact } from './refresh.ts'
import { inTransaction } from './retry.ts'
import { runTogether } from './run-together.ts'
import { storable } from './storable.ts'
import type { Tables } from './tables.ts'
import { type Earlier, writeConversation } from './write-conversation.ts'

type Taken = { status: 'created' | 'updated' | 'unchanged'; cardId: string; contactId: string }

/**
 * Puts a lead on its customer card, in one transaction: the card and the contact are found or made,
 * the conversation is written or replaced. Whoever promoted the lead may have said which contact it
 * is, or is not. The same or a lower revision than the one that is here changes nothing.
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
  const company = companyKeys(lead.company)
  await lockNames(tx, [`lead ${leadId}`, ...lockedNames(company)])
  const earlier = await readEarlier(tx, leadId)
  if (earlier !== undefined && earlier.revision >= lead.revision) {
    const { cardId, contactId } = earlier
    return { status: 'unchanged', cardId, contactId }
  }
  // Out of order, so that two corrections could wait for each other: the database ends that, and
  // `inTransaction` begins again.
  if (earlier !== undefined) await lockNames(tx, lockedNames(earlier.company))

  const person = personKeys(lead.person)
  const { is, not = [] } = lead.contact ?? {}
  const chosen = is === undefined ? null : await findChosen(tx, is, company, earlier)
  const knownCard = chosen?.cardId ?? (await findCard(tx, company, earlier))
  const stays = knownCard === earlier?.cardId ? earlier?.contactId : undefined
  const knownContact =
    chosen?.contactId ??
    (knownCard === null ? null : await findContact(tx, knownCard, person, { stays, not }))

  const cardId = knownCard ?? randomUUID()
  const contactId = knownContact ?? randomUUID()
  if (earlier !== undefined) await tx.deleteFrom('activity').where('lead_id', '=', leadId).execute()
  await runTogether(tx, [
    ...(knownCard === null
      ? [makeCard(tx, { id: cardId, mainContactId: contactId }, lead, company)]
      : []),
    ...(knownContact === null ? makeContact(tx, contactId, cardId, lead) : []),
    ...writeConversation(tx, { lead, company, cardId, contactId, colleagueId, earlier }),
  ])
  if (knownContact !== null) await refreshContact(tx, knownContact)
  if (earlier !== undefined) await leave(tx, earlier, { cardId, contactId })
  if (knownCard !== null) await refreshCard(tx, knownCard)
  return { status: earlier === undefined ? 'created' : 'updated', cardId, contactId }
}

/** Takes back what only the earlier revision said, and what nobody speaks of any more. */
async function leave(
  tx: Transaction<Tables>,
  earlier: Earlier,
  now: { cardId: string; contactId: string },
): Promise<void> {
  await dropUnsaidKeys(tx, earlier.cardId)
  if (earlier.contactId !== now.contactId) await refreshContact(tx, earlier.contactId)
  if (earlier.cardId !== now.cardId) await refreshCard(tx, earlier.cardId)
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
