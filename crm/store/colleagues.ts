import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { Db } from './open.ts'
import { hashSecret, makeSecret } from './secrets.ts'

export type Colleague = { id: string; name: string; tokenHash: string }

/**
 * Makes CRM_TOKEN the token of the first colleague. Another token than at the last start takes the
 * old one's place, and ends what was signed in with it.
 *
 * @throws the database's error, also when another colleague has this very token
 */
export async function keepOwner(db: Db, name: string, token: string): Promise<void> {
  const current = { name, token_hash: hashSecret(token) }
  await db
    .insertInto('colleague')
    .values({ id: randomUUID(), is_owner: true, ...current })
    .onConflict(conflict => conflict.column('is_owner').doUpdateSet(current))
    .execute()
}

/** Adds a colleague and returns their token, which is shown this once. */
export async function addColleague(db: Db, name: string): Promise<string> {
  const token = makeSecret()
  await db
    .insertInto('colleague')
    .values({ id: randomUUID(), name, token_hash: hashSecret(token), is_owner: null })
    .execute()
  return token
}

/**
 * Whose token this is. The database is asked for the hash, so the time it takes tells nothing about
 * the token; the comparison in constant time keeps it so whatever the index does.
 */
export async function findColleague(db: Db, token: string): Promise<Colleague | null> {
  const hash = hashSecret(token)
  const row = await db
    .selectFrom('colleague')
    .select(['id', 'name', 'token_hash'])
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  if (row === undefined || !timingSafeEqual(Buffer.from(row.token_hash), Buffer.from(hash))) {
    return null
  }
  return { id: row.id, name: row.name, tokenHash: row.token_hash }
}
