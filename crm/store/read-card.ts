import type { Db } from './open.ts'

/**
 * A card with everything that is on it: contacts in the order in which they came, conversations in
 * the order in which they came, each with who wrote it and its activities.
 *
 * @returns undefined where there is no such card
 */
export async function readCard(db: Db, id: string) {
  const card = await db
    .selectFrom('card')
    .select(['id', 'name', 'number', 'website', 'relation', 'main_contact_id as mainContactId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (card === undefined) return undefined
  const [contacts, conversations, activities] = await Promise.all([
    readContacts(db, id),
    readConversations(db, id),
    readActivities(db, id),
  ])
  return {
    ...card,
    contacts,
    conversations: conversations.map(said => ({
      ...said,
      activities: activities.filter(activity => activity.lead_id === said.lead_id),
    })),
  }
}

export type Card = NonNullable<Awaited<ReturnType<typeof readCard>>>

function readContacts(db: Db, cardId: string) {
  return db
    .selectFrom('contact')
    .select(['id', 'name'])
    .where('card_id', '=', cardId)
    .orderBy('seq')
    .execute()
}

function readConversations(db: Db, cardId: string) {
  return db
    .selectFrom('conversation as said')
    .innerJoin('colleague', 'colleague.id', 'said.colleague_id')
    .selectAll('said')
    .select('colleague.name as author')
    .where('said.card_id', '=', cardId)
    .orderBy('said.seq')
    .execute()
}

function readActivities(db: Db, cardId: string) {
  return db
    .selectFrom('activity')
    .innerJoin('conversation', 'conversation.lead_id', 'activity.lead_id')
    .selectAll('activity')
    .where('conversation.card_id', '=', cardId)
    .orderBy('activity.place')
    .execute()
}
