import type { Database } from './database.ts'
import type { DraftRow } from './rows.ts'
import { words } from './tokens.ts'

/** Keys that are looked at for one word: whoever has typed less than a name gets some, not all. */
const MOST_KEYS = 3000
/** People whose rows are read to see whose name and company it is. */
const MOST_ROWS = 100

/**
 * Those whose name or company have a word that begins with each word that was typed; the newest
 * first, of as many as can be looked through while somebody types.
 *
 * @param limit how many at most
 */
export async function findTyped(db: Database, typed: string, limit: number): Promise<DraftRow[]> {
  const wanted = words(typed).map(word => word.slice(0, 30))
  if (!wanted.some(word => word.length > 1)) return []
  const found = await Promise.all(
    wanted.map(word => db.drafts.where('tokens').startsWith(word).limit(MOST_KEYS).primaryKeys()),
  )
  const [first, ...others] = found.sort((a, b) => a.length - b.length)
  const ids = others.reduce((left, keys) => {
    // A word that very many have says little, and not all of them were looked at.
    if (keys.length === MOST_KEYS) return left
    const has = new Set(keys)
    return left.filter(id => has.has(id))
  }, first ?? [])
  const rows = await db.drafts.bulkGet([...new Set(ids)].slice(0, MOST_ROWS))
  return rows
    .filter(row => row !== undefined)
    .filter(({ fields }) => {
      const own = words(`${fields.name} ${fields.company}`)
      return wanted.every(word => own.some(one => one.startsWith(word)))
    })
    .sort((a, b) => b.order - a.order)
    .slice(0, limit)
}
