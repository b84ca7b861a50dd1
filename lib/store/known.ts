import type { Draft } from '../lead/draft.ts'
import { keysOf, REASONS, type Reason, reasonFor } from '../lead/match/known.ts'
import type { Database } from './database.ts'
import { stateOf } from './leads.ts'
import type { LeadItem } from './list.ts'
import { readRows, standing } from './standing.ts'

/** Somebody who was written down before, and why they may be the one on the form. */
export interface Known extends LeadItem {
  reason: Reason
}

/** More people than this with one e-mail or one name help nobody. */
const MOST_A_KEY = 50

/**
 * Who of those that were written down may be the person in a draft, the surest and newest first.
 *
 * @param country ISO 3166-1 alpha-2, for phone numbers without a country code
 * @param limit how many at most
 */
export function findKnown(
  db: Database,
  { id, fields }: Pick<Draft, 'id' | 'fields'>,
  country: string,
  limit: number,
): Promise<Known[]> {
  const keys = keysOf(fields)
  if (keys.length === 0) return Promise.resolve([])
  return db.transaction('r', [db.known, db.drafts, ...standing(db)], async () => {
    const found = await Promise.all(
      keys.map(key => db.known.where('keys').equals(key).limit(MOST_A_KEY).primaryKeys()),
    )
    const ids = [...new Set(found.flat())].filter(other => other !== id)
    const rows = (await db.drafts.bulkGet(ids)).filter(row => row !== undefined)
    const people = rows
      .flatMap(row => {
        const reason = reasonFor(fields, row.fields, country)
        return reason === undefined ? [] : [{ row, reason }]
      })
      .sort((a, b) => rank(a.reason) - rank(b.reason) || b.row.order - a.row.order)
      .slice(0, limit)
    const outbox = await readRows(
      db,
      people.map(({ row }) => row.id),
    )
    const queue = { hold: undefined, leased: new Set<string>() }
    return people.map((one, index) => ({ ...one, state: stateOf(outbox[index], queue) }))
  })
}

const rank = (reason: Reason) => REASONS.indexOf(reason)
