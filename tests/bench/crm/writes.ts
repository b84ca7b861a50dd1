import { sql } from 'kysely'
import { migrate } from '../../../crm/store/migrations.ts'
import type { Db } from '../../../crm/store/open.ts'
import { startCrm } from '../../harness/crm.ts'
import { someLeads } from '../kit/leads.ts'
import { against, type Row, round } from '../kit/row.ts'
import type { Base } from './pages.ts'

const LEADS = 4000
const BATCH = 500

/** Where a lead's rows are, in an order in which they can be inserted. */
const TABLES = ['card', 'card_key', 'contact', 'contact_key', 'conversation', 'activity'] as const

/** Leads a second through the API, and the same rows by inserts alone: no questions, no locks. */
export async function measureWrites(kind: string, base: Base): Promise<Row[]> {
  const crm = await startCrm({ data: base.data, env: { ...base.env, RATE_LIMIT: '0' } })
  const leads = someLeads(LEADS + BATCH)
  await send(crm.api, leads.splice(0, BATCH))
  const begun = performance.now()
  while (leads.length > 0) await send(crm.api, leads.splice(0, BATCH))
  const throughApi = (LEADS * 1000) / (performance.now() - begun)
  await crm.stop()

  const db = await base.open()
  await migrate(db)
  const plain = await insertAgain(db)
  await sql`truncate card, contact, conversation, colleague cascade`.execute(db)
  await db.destroy()
  const metric = 'leads through the batch, against plain inserts of their rows'
  return [against({ case: kind, metric, value: round(throughApi), unit: 'leads/s' }, plain)]
}

async function send(api: (path: string, init: RequestInit) => Promise<Response>, leads: unknown[]) {
  const answer = await api('/api/v1/leads/batch', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ leads }),
  })
  const { results } = (await answer.json()) as { results: { status: string }[] }
  if (results.some(result => result.status !== 'created')) throw new Error('a lead was not created')
}

type Record = { table: (typeof TABLES)[number]; row: string }

/** Empties the tables and inserts what was in them, a transaction a lead and a statement a row. */
async function insertAgain(db: Db): Promise<number> {
  const leads = await readRows(db)
  await sql`truncate card, contact, conversation cascade`.execute(db)
  const begun = performance.now()
  for (const rows of leads) {
    await db.transaction().execute(async tx => {
      for (const { table, row } of rows) {
        const name = sql.table(table)
        await sql`insert into ${name}
          select * from jsonb_populate_record(null::${name}, ${row}::jsonb)`.execute(tx)
      }
    })
  }
  return (leads.length * 1000) / (performance.now() - begun)
}

/** The rows of each lead; a card's are with the first lead on it. */
async function readRows(db: Db): Promise<Record[][]> {
  const { rows } = await sql<{ lead: string; table: Record['table']; row: string }>`
    with first as (select distinct on (card_id) lead_id, card_id from conversation order by card_id, seq)
    select lead_id as lead, 0 as place, 'card' as table, to_jsonb(card)::text as row
      from first join card on card.id = first.card_id
    union all select lead_id, 1, 'card_key', to_jsonb(card_key)::text
      from first join card_key on card_key.card_id = first.card_id
    union all select lead_id, 2, 'contact', to_jsonb(contact)::text
      from conversation said join contact on contact.id = said.contact_id
    union all select lead_id, 3, 'contact_key', to_jsonb(contact_key)::text
      from conversation said join contact_key on contact_key.contact_id = said.contact_id
    union all select lead_id, 4, 'conversation', to_jsonb(said)::text from conversation said
    union all select lead_id, 5, 'activity', to_jsonb(activity)::text from activity
    order by place`.execute(db)
  const { rows: order } = await sql<{ lead: string }>`
    select lead_id as lead from conversation order by seq`.execute(db)
  const leads = new Map<string, Record[]>(order.map(({ lead }) => [lead, []]))
  for (const { lead, table, row } of rows) leads.get(lead)?.push({ table, row })
  return [...leads.values()]
}
