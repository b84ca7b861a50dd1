import type { Db } from './open.ts'

/**
 * What is here already of these leads, in one question: an answer that was lost is asked for again
 * with the whole batch, and then nothing needs to be done.
 */
export async function knownRevisions(
  db: Db,
  leadIds: string[],
): Promise<Map<string, { revision: number; cardId: string; contactId: string }>> {
  if (leadIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('conversation')
    .select(['lead_id', 'revision', 'card_id', 'contact_id'])
    .where('lead_id', 'in', leadIds)
    .execute()
  return new Map(
    rows.map(({ lead_id, revision, card_id: cardId, contact_id: contactId }) => [
      lead_id,
      { revision, cardId, contactId },
    ]),
  )
}
