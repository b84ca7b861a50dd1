import { companyKey, companyText } from '../lead/match/company.ts'
import type { Database } from './database.ts'
import { readRows, standing } from './standing.ts'

/** A company of an earlier lead. */
export interface KnownCompany {
  /** As the card has it, where a card told; else as it was written down. */
  name: string
  /** The card's organisation number. */
  number?: string
}

/** Among so many last leads, each company is found, the newest first. */
const RECENT = 200
/** So many more are found by how their name begins. */
const BY_NAME = 20

/**
 * Companies of earlier leads whose names begin with what was typed, the one that was met last first.
 * Nothing is counted or read that isn't shown or next to it, however many leads there are.
 *
 * @param typed may be empty: then these are the last ones
 * @param exceptId the draft in which this is typed
 */
export async function findCompanies(
  db: Database,
  typed: string,
  exceptId: string,
  limit: number,
): Promise<KnownCompany[]> {
  const text = companyText(typed)
  if (text === '' && typed.trim() !== '') return []
  const last = (await db.known.orderBy('order').last())?.order ?? 0
  const recent = db.known
    .where('order')
    .above(last - RECENT)
    .toArray()
  const byName = text === '' ? [] : walkFirms(db, text, exceptId)
  const newest = new Map<string, { id: string; order: number }>()
  for (const { id, order, firm } of (await Promise.all([recent, byName])).flat()) {
    if (firm === undefined || id === exceptId || !firm.startsWith(text)) continue
    if ((newest.get(firm)?.order ?? -1) < order) newest.set(firm, { id, order })
  }
  const ids = [...newest.values()].sort((a, b) => b.order - a.order).map(({ id }) => id)
  return readCompanies(db, ids, limit)
}

/** Goes from one company to the next, whatever number of leads lies between. */
async function walkFirms(db: Database, text: string, exceptId: string) {
  if (!db.isOpen()) await db.open()
  const index = db.backendDB().transaction('known').objectStore('known').index('[firm+order]')
  // In IndexedDB's order an array comes after every number and every text.
  const range = IDBKeyRange.bound([text], [`${text}\uffff`, []])
  const asking = index.openKeyCursor(range, 'prev')
  const found: { id: string; firm: string; order: number }[] = []
  return new Promise<typeof found>((resolve, reject) => {
    asking.onerror = () => reject(asking.error)
    asking.onsuccess = () => {
      const cursor = asking.result
      if (cursor === null || found.length === BY_NAME) return resolve(found)
      const [firm, order] = cursor.key as [string, number]
      if (cursor.primaryKey === exceptId) return cursor.continue()
      found.push({ id: cursor.primaryKey as string, firm, order })
      cursor.continue([firm, Number.NEGATIVE_INFINITY])
    }
  })
}

/** In one transaction, and no more of them than are shown: some are one company, written in two ways. */
function readCompanies(db: Database, ids: string[], limit: number): Promise<KnownCompany[]> {
  return db.transaction('r', [db.drafts, ...standing(db)], async () => {
    const companies: KnownCompany[] = []
    for (let start = 0; start < ids.length; start += limit) {
      companies.push(...(await readPortion(db, ids.slice(start, start + limit))))
      const found = withoutDoubles(companies)
      if (found.length >= limit) return found.slice(0, limit)
    }
    return withoutDoubles(companies)
  })
}

async function readPortion(db: Database, ids: string[]): Promise<KnownCompany[]> {
  const [drafts, outbox] = await Promise.all([db.drafts.bulkGet(ids), readRows(db, ids)])
  return drafts.flatMap((row, index) => {
    if (row === undefined) return []
    const card = outbox[index]?.confirmed?.card
    const name = card?.name ?? row.fields.company.trim()
    return [{ name, ...(card?.number !== undefined && { number: card.number }) }]
  })
}

/** Of two ways to write a company, the one that a card has, else the newer one. */
function withoutDoubles(companies: KnownCompany[]): KnownCompany[] {
  const byKey = new Map<string, KnownCompany>()
  for (const company of companies) {
    const key = companyKey(company.name)
    const there = byKey.get(key)
    if (there === undefined) byKey.set(key, company)
    else if (there.number === undefined && company.number !== undefined) byKey.set(key, company)
  }
  return [...byKey.values()]
}
