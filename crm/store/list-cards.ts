import { sql } from 'kysely'
import { foldForSearch } from '../identity/fold.ts'
import type { Db } from './open.ts'

const PAGE = 50

type Question = {
  /** Every word of it must be in the company's or in one contact's words. */
  search: string
  /** The mark of the page before, if there is one. */
  after: number | null
}

/**
 * A page of cards, the one that was touched last first. `next` is the mark of the next page, null on
 * the last one. A page starts where the one before ended, so that it costs the same however deep it
 * is, and a card that is touched meanwhile is not listed twice.
 */
export async function listCards(db: Db, { search, after }: Question) {
  const words = foldForSearch(search).split(/\s+/).filter(Boolean)
  let query = db
    .selectFrom('card')
    .leftJoin('contact as main', 'main.id', 'card.main_contact_id')
    .select(['card.id', 'card.name', 'card.number', 'card.relation', 'card.touched'])
    .select(['card.updated_at as updatedAt', 'main.name as mainContact'])
    .select(({ selectFrom }) => [
      selectFrom('contact')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('contact.card_id', '=', 'card.id')
        .$asScalar()
        .$notNull()
        .as('people'),
      selectFrom('conversation')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('conversation.card_id', '=', 'card.id')
        .$asScalar()
        .$notNull()
        .as('conversations'),
    ])
    .orderBy('card.touched', 'desc')
    .limit(PAGE + 1)
  if (after !== null) query = query.where('card.touched', '<', after)
  for (const word of words) {
    const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
    query = query.where(eb =>
      eb.or([
        eb('card.search', 'like', pattern),
        eb.exists(
          eb
            .selectFrom('contact')
            .select(sql`1`.as('one'))
            .whereRef('contact.card_id', '=', 'card.id')
            .where('contact.search', 'like', pattern),
        ),
      ]),
    )
  }
  const found = await query.execute()
  const cards = found.slice(0, PAGE)
  const last = cards.at(-1)
  return { cards, next: found.length > PAGE && last !== undefined ? last.touched : null }
}

export type ListedCard = Awaited<ReturnType<typeof listCards>>['cards'][number]
