import { sql } from 'kysely'
import type { Db } from './open.ts'

/** Every pattern must be in the company's or in one contact's words. */
export type Search = { patterns: string[]; after: number | null; limit: number }

/** The cards by which a search begins: most are for somebody recent, or for what many cards have. */
const RECENT = 1000

/**
 * Cards as the list has them, the one that was touched last first. A page starts where the one before
 * ended, so that it costs the same however deep it is.
 */
export function newestCards(db: Db, { after, limit }: Omit<Search, 'patterns'>) {
  const query = db.selectFrom('card').select('card.id').orderBy('card.touched', 'desc').limit(limit)
  return after === null ? query : query.where('card.touched', '<', after)
}

/**
 * What is found among the newest cards. For a word that is in many cards this fills a page at once,
 * where the index would have to hand over all of them to find the newest.
 */
export function recentMatches(db: Db, { patterns, after, limit }: Search) {
  const recent = newestCards(db, { after, limit: RECENT }).select(['card.search', 'card.touched'])
  let query = db
    .selectFrom(recent.as('card'))
    .select('card.id')
    .orderBy('card.touched', 'desc')
    .limit(limit)
  for (const pattern of patterns) {
    query = query.where(eb =>
      eb.or([
        isIn('card.search', pattern),
        // Not `exists`, for which the database may read all contacts first.
        eb
          .selectFrom('contact')
          .select(sql<boolean>`bool_or(${isIn('contact.search', pattern)})`.as('found'))
          .whereRef('contact.card_id', '=', 'card.id')
          .$asScalar(),
      ]),
    )
  }
  return query
}

/** What is found among all cards, by the index over three characters at a time. */
export function allMatches(db: Db, { patterns, after, limit }: Search) {
  const [first = '', ...others] = patterns
  let found = db.selectFrom(cardsWith(db, first).as('card')).select(['card.id', 'card.touched'])
  if (after !== null) found = found.where('card.touched', '<', after)
  for (const pattern of others) found = found.where('card.id', 'in', idsWith(db, pattern))
  const newest = db
    // The offset keeps the order and the limit out of there, which would lead to a walk through all
    // cards, newest first.
    .selectFrom(found.offset(0).as('found'))
    .select(['found.id', 'found.touched'])
    .orderBy('found.touched', 'desc')
    .limit(2 * limit)
  return db
    .selectFrom(newest.as('newest'))
    .select('newest.id')
    .groupBy(['newest.id', 'newest.touched'])
    .orderBy('newest.touched', 'desc')
    .limit(limit)
}

/** A card may be there twice, for itself and for its contacts: sorting out fifty is cheaper than all. */
function cardsWith(db: Db, pattern: string) {
  return db
    .selectFrom('card as named')
    .select(['named.id', 'named.touched'])
    .where(isIn('named.search', pattern))
    .unionAll(
      db
        .selectFrom('contact')
        .innerJoin('card as theirs', 'theirs.id', 'contact.card_id')
        .select(['theirs.id', 'theirs.touched'])
        .distinct()
        .where(isIn('contact.search', pattern)),
    )
}

/** The same, where the order is known already: it doesn't ask for the contacts' cards. */
function idsWith(db: Db, pattern: string) {
  return db
    .selectFrom('card as named')
    .select('named.id')
    .where(isIn('named.search', pattern))
    .union(
      db
        .selectFrom('contact')
        .select('contact.card_id as id')
        .where(isIn('contact.search', pattern)),
    )
}

/** In the very words of the index. */
function isIn(column: 'card.search' | 'named.search' | 'contact.search', pattern: string) {
  return sql<boolean>`(' ' || ${sql.ref(column)}) like ${pattern}`
}
