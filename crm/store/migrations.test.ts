import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, it } from 'vitest'

import { aLead, revised } from '../testing/a-lead.ts'
import { onEachDatabase } from '../testing/databases.ts'
import { faults } from '../testing/faults.ts'
import { findColleague } from './colleagues.ts'
import { findMatches } from './find-matches.ts'
import { listCards } from './list-cards.ts'
import { migrate } from './migrations.ts'
import type { Db } from './open.ts'
import { readCard } from './read-card.ts'
import { takeLead } from './take-lead.ts'

/** The database as each released version left it, by `pg_dump --inserts`, all with the same leads. */
const RELEASED = new URL('../testing/released/', import.meta.url)
const dumps = readdirSync(RELEASED)

onEachDatabase('the tables', bench => {
  it('are brought up to date by several at once, and again', async () => {
    const { db } = bench()
    await Promise.all([migrate(db), migrate(db), migrate(db)])
    expect(await stepsOf(db)).toEqual(['0001-cards', '0002-search-and-budget'])
  })

  it.each(dumps)('of %s are opened by this version, with all that is on them', async dump => {
    const { db } = bench()
    await load(db, readFileSync(new URL(dump, RELEASED), 'utf8'))
    const before = await stepsOf(db)
    expect(before.at(-1)).toBe(dump.replace('.sql', ''))
    await migrate(db)
    expect((await stepsOf(db)).slice(0, before.length)).toEqual(before)
    expect(await faults(db)).toEqual([])

    const { cards } = await listCards(db, { search: 'fjord other@', after: null })
    expect(cards).toMatchObject([{ name: 'Østre Fjord AS', people: 2, conversations: 3 }])
    const card = await readCard(db, cards[0]?.id ?? '')
    expect(card).toMatchObject({ relation: 'customer', number: '923 609 016' })
    expect(card?.conversations[0]).toMatchObject({
      note: 'Wants "ten" pallets;\nand it\'s urgent.',
      author: 'Sample Owner',
      tags: ['fair', 'wood'],
      follow_up: '2026-03-20',
      activities: [{ text: 'Ten pallets' }, { text: 'Sold; delivered in May' }],
    })
    expect(await findMatches(db, { phone: '40000002' })).toMatchObject([{ why: 'phone' }])

    const owner = await findColleague(db, 'sample-token')
    const again = aLead({ id: '00000000-0000-4000-8000-000000000004' })
    const person = { name: 'Third Sample' }
    const update = await takeLead(db, revised(again, { person }), owner?.id ?? '')
    expect(update.status).toBe('updated')
    const added = await takeLead(db, aLead({ company: { number: '923609016' } }), owner?.id ?? '')
    expect(added).toMatchObject({ status: 'created', cardId: card?.id })
    expect(await faults(db)).toEqual([])
  })
})

async function stepsOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(db)
  return rows.map(row => row.name)
}

/** Puts a dump in place of all that is there; a statement ends where the next line begins one. */
async function load(db: Db, dump: string): Promise<void> {
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
  await db.connection().execute(async connection => {
    for (const statement of dump.split(/;\n(?=[A-Z]|$)/).filter(Boolean)) {
      await sql.raw(statement).execute(connection)
    }
  })
}
