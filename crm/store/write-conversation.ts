import { sql, type Transaction } from 'kysely'
import type { Lead } from '../../lib/crm/open/contract.ts'
import type { CompanyKeys } from '../identity/company-keys.ts'
import type { Write } from './run-together.ts'
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

/**
 * Writes what a lead says, in place of what its earlier revision said; that one's activities are the
 * caller's to remove.
 */
export function writeConversation(tx: Transaction<Tables>, said: Conversation): Write[] {
  const row = asRow(said)
  const conversation =
    said.earlier === undefined
      ? tx.insertInto('conversation').values(row)
      : tx
          .updateTable('conversation')
          .set({ ...row, updated_at: sql`now()` })
          .where('lead_id', '=', row.lead_id)
  return [conversation, addCardKeys(tx, said), ...addActivities(tx, row.lead_id, said.lead)]
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

function addCardKeys(tx: Transaction<Tables>, { cardId, company }: Conversation): Write {
  const keys = (['number', 'domain', 'name'] as const).flatMap(kind => {
    const value = company[kind]
    return value === null ? [] : [{ card_id: cardId, kind, value }]
  })
  return tx
    .insertInto('card_key')
    .values(keys)
    .onConflict(conflict => conflict.columns(['kind', 'value', 'card_id']).doNothing())
}

/** Each activity once: where a lead repeats an id, its last word counts. */
function addActivities(tx: Transaction<Tables>, leadId: string, { activities }: Lead): Write[] {
  const byId = new Map(activities.map(activity => [activity.id.toLowerCase(), activity]))
  if (byId.size === 0) return []
  const rows = [...byId].map(([id, { kind, on, text }], place) => ({
    lead_id: leadId,
    id,
    place,
    kind,
    on_date: on,
    text,
  }))
  return [tx.insertInto('activity').values(rows)]
}
