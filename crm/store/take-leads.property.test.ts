import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aLead } from '../testing/a-lead.ts'
import { onEachDatabase } from '../testing/databases.ts'
import { takeLead } from './take-lead.ts'

/** Few of each, so that leads meet on cards, part again and contradict one another. */
const company = fc.record({
  name: fc.constantFrom('Example AS', 'Example', 'Sample Bygg'),
  number: fc.constantFrom(undefined, undefined, '923609016', '974760673'),
  website: fc.constantFrom(undefined, undefined, 'https://example.no', 'https://example.com'),
  mainContact: fc.constantFrom(undefined, true),
})
const person = fc.record({
  name: fc.constantFrom('Sample Person', 'Other Sample'),
  emails: fc.subarray(['sample@example.com', 'other@example.com'], { maxLength: 1 }),
  phones: fc.subarray(['+4740000001', '40000001'], { maxLength: 1 }),
})
const statement = fc.record({
  lead: fc.nat(5),
  revision: fc.integer({ min: 1, max: 3 }),
  company,
  person,
})
const SEED = 20_260_315

onEachDatabase('any leads in any order, some at once', bench => {
  it(`leave each lead at its highest revision and nothing behind (seed ${SEED})`, async () => {
    const property = fc.asyncProperty(
      fc.array(fc.array(statement, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
      async waves => {
        const { db, colleague } = bench()
        await sql`truncate card, contact, conversation cascade`.execute(db)
        const ids = Array.from({ length: 6 }, () => randomUUID())
        for (const wave of waves) {
          await Promise.all(
            wave.map(({ lead, revision, company, person }) =>
              takeLead(
                db,
                aLead({ id: ids[lead] ?? '', revision, company: known(company), person }),
                colleague,
              ),
            ),
          )
        }
        const highest = new Map<string, number>()
        for (const { lead, revision } of waves.flat()) {
          const id = ids[lead] ?? ''
          highest.set(id, Math.max(revision, highest.get(id) ?? 0))
        }
        const rows = await db.selectFrom('conversation').select(['lead_id', 'revision']).execute()
        expect(new Map(rows.map(row => [row.lead_id, row.revision]))).toEqual(highest)
        expect(await faults(bench().db)).toEqual([])
      },
    )
    await fc.assert(property, { seed: SEED, numRuns: 60 })
  }, 120_000)
})

function known<T extends object>(fields: T) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: NonNullable<T[K]>
  }
}

/** What must never be, each as a question that finds nothing. */
async function faults(db: ReturnType<Parameters<Parameters<typeof onEachDatabase>[1]>[0]>['db']) {
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
