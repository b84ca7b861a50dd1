import type { Expression } from 'kysely'
import type { Db } from './open.ts'
import { allMatches, newestCards, recentMatches } from './search-cards.ts'
import { searchPatterns } from './search-patterns.ts'

const PAGE = 50

type Question = {
  /** Every word of it must be in the company's or in one contact's words. */
  search: string
  /** The mark of the page before, if there is one. */
  after: number | null
}

/**
 * A page of cards, the one that was touched last first. `next` is the mark of the next page, null on
 * the last one. A card that is touched meanwhile is not listed twice.
 */
export async function listCards(db: Db, question: Question) {
  let found: ListedCard[] = []
  for (const query of listQueries(db, question)) {
    found = await query.execute()
    if (found.length > PAGE) break
  }
  const cards = found.slice(0, PAGE)
  const last = cards.at(-1)
  return { cards, next: found.length > PAGE && last !== undefined ? last.touched : null }
}

export type ListedCard = Awaited<ReturnType<ReturnType<typeof withDetails>['execute']>>[number]

/** What is asked, one after the other, until a page is full. */
export function listQueries(db: Db, { search, after }: Question) {
  // One more than a page has, to know whether there is another.
  const asked = { patterns: searchPatterns(search), after, limit: PAGE + 1 }
  const ways = asked.patterns.length === 0 ? [newestCards] : [recentMatches, allMatches]
  return ways.map(way => withDetails(db, way(db, asked)))
}

/** The cards of these ids, as the list shows them. */
function withDetails(db: Db, ids: Expression<{ id: string }>) {
  return db
    .with(
      cte => cte('hit').materialized(),
      () => ids,
    )
    .selectFrom('hit')
    .innerJoin('card', 'card.id', 'hit.id')
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
}
