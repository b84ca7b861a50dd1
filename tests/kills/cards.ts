import { join } from 'node:path'
import { sql } from 'kysely'
import { openPGlite } from '../../crm/store/open.ts'

/** What is on the cards of an embedded CRM that has ended, read from its own database. */
export async function readCards(data: string) {
  const db = await openPGlite(join(data, 'database'))
  const { rows } = await sql<{ conversations: number; leads: number; people: number }>`
    select (select count(*) from conversation) as conversations,
      (select count(distinct lead_id) from conversation) as leads,
      (select count(*) from contact) as people`.execute(db)
  await db.destroy()
  const [counts] = rows
  if (counts === undefined) throw new Error('a count has one row')
  return counts
}
