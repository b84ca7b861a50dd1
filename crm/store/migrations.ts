import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Tables } from './tables.ts'

/**
 * Numbered steps, each a list of statements that PGlite and PostgreSQL understand alike. A step
 * that has been released is never edited; the next change is the next number.
 */
const STEPS: Record<string, string[]> = {
  '0001-cards': [
    'create sequence touch_order',
    `create table colleague (
      id uuid primary key,
      name text not null,
      token_hash text not null unique,
      is_owner boolean unique check (is_owner),
      created_at timestamptz not null default now()
    )`,
    `create table session (
      hash text primary key,
      colleague_id uuid not null references colleague on delete cascade,
      token_hash text not null,
      expires_at timestamptz not null
    )`,
    `create table sign_in_link (
      hash text primary key,
      colleague_id uuid not null references colleague on delete cascade,
      token_hash text not null,
      next text not null,
      expires_at timestamptz not null
    )`,
    `create table card (
      id uuid primary key,
      name text not null,
      number text,
      website text,
      relation text,
      main_contact_id uuid,
      touched bigint not null default nextval('touch_order') unique,
      search text not null default '',
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`,
    `create table card_key (
      card_id uuid not null references card on delete cascade,
      kind text not null check (kind in ('number', 'domain', 'name')),
      value text not null,
      primary key (kind, value, card_id)
    )`,
    // Names and domains may be shared by different companies; a number never is.
    `create unique index card_key_number on card_key (value) where kind = 'number'`,
    'create index card_key_card on card_key (card_id)',
    `create table contact (
      id uuid primary key,
      card_id uuid not null references card on delete cascade,
      seq bigint not null default nextval('touch_order'),
      name text not null,
      name_key text not null,
      search text not null default ''
    )`,
    'create index contact_card on contact (card_id, seq)',
    'create index contact_name on contact (name_key, card_id)',
    // Looked at when the transaction ends: a card and its first contact come together.
    `alter table card add foreign key (main_contact_id) references contact on delete set null
      deferrable initially deferred`,
    `create table contact_key (
      card_id uuid not null references card on delete cascade,
      contact_id uuid not null references contact on delete cascade,
      kind text not null check (kind in ('email', 'phone')),
      value text not null,
      tail text not null,
      primary key (contact_id, kind, value)
    )`,
    `create unique index contact_key_email on contact_key (card_id, value) where kind = 'email'`,
    'create index contact_key_tail on contact_key (tail, card_id)',
    `create table conversation (
      lead_id uuid primary key,
      revision bigint not null check (revision >= 1),
      card_id uuid not null references card,
      contact_id uuid not null references contact,
      colleague_id uuid not null references colleague,
      seq bigint not null default nextval('touch_order'),
      company_name text not null,
      company_number text,
      company_website text,
      number_key text,
      domain_key text,
      name_key text not null,
      person_name text not null,
      person_title text,
      emails jsonb not null,
      phones jsonb not null,
      profile text,
      main_since bigint,
      relation text not null,
      relation_since bigint not null,
      met_where text,
      met_on date,
      met_event text,
      note text,
      tags jsonb not null,
      follow_up date,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`,
    'create index conversation_card on conversation (card_id, seq)',
    `create index conversation_relation on conversation
      (card_id, (relation <> 'prospect') desc, relation_since desc)`,
    `create index conversation_main on conversation (card_id, main_since)
      where main_since is not null`,
    'create index conversation_contact on conversation (contact_id, seq)',
    `create table activity (
      lead_id uuid not null references conversation on delete cascade,
      id uuid not null,
      place integer not null,
      kind text not null,
      on_date date not null,
      text text not null,
      primary key (lead_id, id)
    )`,
  ],
  '0002-search-and-budget': [
    // Trusted: whoever owns a database may make it, without being its administrator.
    'create extension if not exists pg_trgm',
    // The blank makes the first word begin like the others (see `search-patterns.ts`).
    // What waits to be sorted into it (in kilobytes) is read by each search, so it is kept short.
    `create index card_search on card using gin ((' ' || search) gin_trgm_ops)
      with (gin_pending_list_limit = 128)`,
    `create index contact_search on contact using gin ((' ' || search) gin_trgm_ops)
      with (gin_pending_list_limit = 128)`,
    // Unlogged, since a crash may forget it: a request then costs no write to the disk.
    `create unlogged table budget (
      colleague_id uuid primary key references colleague on delete cascade,
      spent_until timestamptz not null
    )`,
  ],
}

/**
 * Brings the tables up to date: all missing steps in one transaction, under a lock that makes a
 * second instance wait and then find nothing left to do.
 *
 * @throws the database's error; then nothing has changed
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(STEPS).map(([name, statements]) => [name, { up: run(statements) }]),
        ),
    },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

function run(statements: string[]) {
  return async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
