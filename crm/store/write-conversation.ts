import { sql, type Transaction } from 'kysely'
import type { Lead } from '../../lib/crm/open/contract.ts'
import type { CompanyKeys } from '../identity/company-keys.ts'
import type { Tables } from './tables.ts'

/** What is here of a lead's earlier revision. */
export type Earlier = {
  leadId: string
  revision: number
  cardId: string
  contactId: string
  company: CompanyKeys
  relation: Lead['relation']
  relationSince: number
  mainSince: number | null
}

type Conversation = {
  lead: Lead
  company: CompanyKeys
  cardId: string
  contactId: string
  colleagueId: string
  earlier: Earlier | undefined
}

const now = sql<number>`nextval('touch_order')`

/** Writes what a lead says, in place of what its earlier revision said. */
export async function writeConversation(
  tx: Transaction<Tables>,
  said: Conversation,
): Promise<void> {
  const row = asRow(said)
  if (said.earlier === undefined) {
    await tx.insertInto('conversation').values(row).execute()
  } else {
    await tx
      .updateTable('conversation')
      .set({ ...row, updated_at: sql`now()` })
      .where('lead_id', '=', row.lead_id)
      .execute()
    await tx.deleteFrom('activity').where('lead_id', '=', row.lead_id).execute()
  }
  await addCardKeys(tx, said)
  await writeActivities(tx, row.lead_id, said.lead.activities)
}

function asRow({ lead, company, cardId, contactId, colleagueId, earlier }: Conversation) {
  const isMain = lead.company.mainContact === true
  return {
    lead_id: lead.id.toLowerCase(),
    revision: lead.revision,
    card_id: cardId,
    contact_id: contactId,
    colleague_id: colleagueId,
    company_name: lead.company.name,
    company_number: lead.company.number ?? null,
    company_website: lead.company.website ?? null,
    number_key: company.number,
    domain_key: company.domain,
    name_key: company.name,
    person_name: lead.person.name,
    person_title: lead.person.title ?? null,
    emails: JSON.stringify(lead.person.emails),
    phones: JSON.stringify(lead.person.phones),
    profile: lead.person.profile ?? null,
    main_since: isMain ? (earlier?.mainSince ?? now) : null,
    relation: lead.relation,
    relation_since: earlier?.relation === lead.relation ? earlier.relationSince : now,
    met_where: lead.meeting.where ?? null,
    met_on: lead.meeting.on ?? null,
    met_event: lead.meeting.event ?? null,
    note: lead.note ?? null,
    tags: JSON.stringify(lead.tags),
    follow_up: lead.followUp ?? null,
  }
}

async function addCardKeys(tx: Transaction<Tables>, { cardId, company }: Conversation) {
  const keys = (['number', 'domain', 'name'] as const).flatMap(kind => {
    const value = company[kind]
    return value === null ? [] : [{ card_id: cardId, kind, value }]
  })
  await tx
    .insertInto('card_key')
    .values(keys)
    .onConflict(conflict => conflict.columns(['kind', 'value', 'card_id']).doNothing())
    .execute()
}

/** Each activity once: where a lead repeats an id, its last word counts. */
async function writeActivities(
  tx: Transaction<Tables>,
  leadId: string,
  activities: Lead['activities'],
) {
  const byId = new Map(activities.map(activity => [activity.id.toLowerCase(), activity]))
  if (byId.size === 0) return
  await tx
    .insertInto('activity')
    .values(
      [...byId].map(([id, { kind, on, text }], place) => ({
        lead_id: leadId,
        id,
        place,
        kind,
        on_date: on,
        text,
      })),
    )
    .execute()
}
