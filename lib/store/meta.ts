import type { Database } from './database.ts'
import type { MetaRows } from './rows.ts'

/** Reads a fact about the whole queue. What was written here is read here, so it is not parsed. */
export async function getMeta<K extends keyof MetaRows>(
  db: Database,
  key: K,
): Promise<MetaRows[K] | undefined> {
  return (await db.meta.get(key))?.value as MetaRows[K] | undefined
}

/** Writes a fact about the whole queue, or takes it back where `value` is `undefined`. */
export async function putMeta<K extends keyof MetaRows>(
  db: Database,
  key: K,
  value: MetaRows[K] | undefined,
): Promise<void> {
  if (value === undefined) await db.meta.delete(key)
  else await db.meta.put({ key, value })
}

/** All facts about the whole queue, in one question. */
export async function allMeta(db: Database): Promise<Partial<MetaRows>> {
  const rows = await db.meta.toArray()
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}
