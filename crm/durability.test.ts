import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Db, openPGlite, openPostgres } from './store/open.ts'
import { aLead } from './testing/a-lead.ts'
import { faults } from './testing/faults.ts'
import { postgresBinaries, startPostgres, type TestPostgres } from './testing/postgres.ts'
import { processes, sendLeads } from './testing/processes.ts'
import { AT_ONCE, BATCH, writeUntilItEnds } from './testing/write-until-it-ends.ts'

const { start, folder } = processes()
const LEADS = 1000
const THEN = 300

/** Three people a company, and a company again and again. */
const someLeads = () =>
  Array.from({ length: LEADS }, (_, n) =>
    aLead({
      person: { name: `Sample ${n % 900}`, emails: [`sample${n % 900}@example.com`] },
      company: { name: `Example ${n % 300}` },
      activities: [{ id: aLead().id, kind: 'note', on: '2026-03-01', text: `Call ${n}` }],
    }),
  )

function survives(env: () => Record<string, string>, open: () => Promise<Db>): void {
  const look = async () => {
    const db = await open()
    const { rows } = await sql<{ leads: number; activities: number }>`
      select (select count(*) from conversation) as leads,
        (select count(*) from activity) as activities`.execute(db)
    const found = { ...rows[0], faults: await faults(db) }
    await db.destroy()
    return found
  }

  it('has all that it acknowledged after it was killed, and what was on its way is sent again', async () => {
    const first = start(env())
    const leads = someLeads()
    const acknowledged = await writeUntilItEnds(await first.ready, leads, count => {
      if (count >= THEN) first.child.kill('SIGKILL')
    })
    expect(await first.ended).toBe('SIGKILL')
    expect(acknowledged.size).toBeGreaterThanOrEqual(THEN)
    expect(acknowledged.size).toBeLessThan(LEADS)

    const second = start(env())
    const again = await second.ready
    const known = leads.filter(lead => acknowledged.has(lead.id))
    const answers = [
      ...(await sendLeads(again, known.slice(0, 500))),
      ...(known.length > 500 ? await sendLeads(again, known.slice(500)) : []),
    ]
    expect(answers.map(({ id, status, card }) => [id, status, card?.id])).toEqual(
      known.map(lead => [lead.id, 'unchanged', acknowledged.get(lead.id)]),
    )
    const onTheWay = leads.filter(lead => !acknowledged.has(lead.id)).slice(0, AT_ONCE * BATCH)
    expect(await sendLeads(again, onTheWay)).toHaveLength(onTheWay.length)
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    const there = acknowledged.size + onTheWay.length
    expect(await look()).toEqual({ leads: there, activities: there, faults: [] })
  })

  it('answers what it took when it is told to end, and takes nothing else', async () => {
    const crm = start(env())
    const acknowledged = await writeUntilItEnds(await crm.ready, someLeads(), count => {
      if (count >= THEN) crm.child.kill('SIGTERM')
    })
    expect(await crm.ended).toBe(0)
    const { size } = acknowledged
    expect(size).toBeLessThan(LEADS)
    expect(await look()).toEqual({ leads: size, activities: size, faults: [] })
  })
}

describe('a CRM on a folder', { timeout: 120_000 }, () => {
  survives(
    () => ({}),
    () => openPGlite(join(folder(), 'database')),
  )
})

const binaries = postgresBinaries()
describe.skipIf(binaries === undefined)('a CRM on PostgreSQL', { timeout: 120_000 }, () => {
  let postgres: TestPostgres | undefined
  const url = () => postgres?.url ?? ''
  beforeAll(async () => {
    postgres = await startPostgres(binaries ?? '')
  }, 60_000)
  beforeEach(async () => {
    const db = openPostgres(url())
    await sql`drop schema public cascade`.execute(db)
    await sql`create schema public`.execute(db)
    await db.destroy()
  })
  afterAll(() => postgres?.stop())
  survives(
    () => ({ DATABASE_URL: url() }),
    async () => openPostgres(url()),
  )
})
