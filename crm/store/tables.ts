import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Lead } from '../../lib/crm/open/contract.ts'

/**
 * The tables as TypeScript sees them; `migrations.ts` makes them. A calendar date is a string and a
 * bigint is a number, in both databases (see `open.ts`).
 */
export type Tables = {
  colleague: ColleagueTable
  session: SessionTable
  sign_in_link: SignInLinkTable
  card: CardTable
  card_key: CardKeyTable
  contact: ContactTable
  contact_key: ContactKeyTable
  conversation: ConversationTable
  activity: ActivityTable
  budget: BudgetTable
}

type ColleagueTable = {
  id: string
  name: string
  /** SHA-256 of the token, in hex; the token itself is nowhere in the database. */
  token_hash: string
  /** True for the one colleague to whom CRM_TOKEN belongs, null for the others. */
  is_owner: true | null
  created_at: Generated<Date>
}

type SessionTable = {
  hash: string
  colleague_id: string
  /** The token that was signed in with; the session ends when the colleague gets another one. */
  token_hash: string
  expires_at: Date
}

type SignInLinkTable = {
  hash: string
  colleague_id: string
  token_hash: string
  next: string
  expires_at: Date
}

type CardTable = {
  id: string
  name: string
  number: Generated<string | null>
  website: Generated<string | null>
  relation: Generated<Lead['relation'] | null>
  main_contact_id: Generated<string | null>
  /** Grows with every change of any card: the order of the list, and its page marks. */
  touched: Generated<number>
  search: Generated<string>
  created_at: GeneratedAlways<Date>
  updated_at: Generated<Date>
}

export type CardKeyKind = 'number' | 'domain' | 'name'
type CardKeyTable = { card_id: string; kind: CardKeyKind; value: string }

type ContactTable = {
  id: string
  card_id: string
  /** The order in which contacts came: the first one is the main contact until another is. */
  seq: Generated<number>
  name: string
  name_key: string
  search: Generated<string>
}

type ContactKeyTable = {
  card_id: string
  contact_id: string
  kind: 'email' | 'phone'
  value: string
  tail: string
}

/**
 * What one lead says, in its highest revision. A contact's fields are worked out from these rows
 * (`merge-statements.ts`), so that no lead can overwrite what another one said.
 */
type ConversationTable = {
  lead_id: string
  revision: number
  card_id: string
  contact_id: string
  colleague_id: string
  /** The order of first arrival, kept over revisions. */
  seq: Generated<number>
  company_name: string
  company_number: string | null
  company_website: string | null
  number_key: string | null
  domain_key: string | null
  name_key: string
  person_name: string
  person_title: string | null
  emails: Json<string[]>
  phones: Json<string[]>
  profile: string | null
  /** Since when (in `touch_order`) this lead calls the person the main contact; null: it doesn't. */
  main_since: number | null
  relation: Lead['relation']
  /** Since when this lead says so: repeating it in a later revision doesn't make it news. */
  relation_since: number
  met_where: string | null
  met_on: string | null
  met_event: string | null
  note: string | null
  tags: Json<string[]>
  follow_up: string | null
  created_at: GeneratedAlways<Date>
  updated_at: Generated<Date>
}

type ActivityTable = {
  lead_id: string
  id: string
  /** Its place among the lead's activities, which orders those of one day. */
  place: number
  kind: Lead['activities'][number]['kind']
  on_date: string
  text: string
}

type BudgetTable = {
  colleague_id: string
  /** Up to when the colleague's requests are paid for, at so many a minute. */
  spent_until: Date
}

/** Written as JSON text, which both drivers pass on as it is, and read as the value. */
type Json<T> = ColumnType<T, string, string>
