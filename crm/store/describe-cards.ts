import type { Db } from './open.ts'

/** What cards say of their companies; nothing of one that is gone again. */
export async function describeCards(
  db: Db,
  cardIds: string[],
): Promise<Map<string, { name: string; number?: string }>> {
  if (cardIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('card')
    .select(['id', 'name', 'number'])
    .where('id', 'in', [...new Set(cardIds)])
    .execute()
  return new Map(
    rows.map(({ id, name, number }) => [id, { name, ...(number !== null && { number }) }]),
  )
}
