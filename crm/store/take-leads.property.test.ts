import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aLead } from '../testing/a-lead.ts'
import { onEachDatabase } from '../testing/databases.ts'
import { faults } from '../testing/faults.ts'
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
