import type { Colleague } from './colleagues.ts'
import type { Db } from './open.ts'
import { hashSecret, makeSecret } from './secrets.ts'

const MINUTE = 60 * 1000
const DAY = 24 * 60 * MINUTE

export const SESSION_SECONDS = (30 * DAY) / 1000

/** Signs a colleague in; returns what the cookie holds. Sessions that have ended are swept out. */
export async function startSession(
  db: Db,
  colleague: Pick<Colleague, 'id' | 'tokenHash'>,
  now: Date,
): Promise<string> {
  const secret = makeSecret()
  await db.deleteFrom('session').where('expires_at', '<=', now).execute()
  await db
    .insertInto('session')
    .values({
      hash: hashSecret(secret),
      colleague_id: colleague.id,
      token_hash: colleague.tokenHash,
      expires_at: new Date(now.getTime() + SESSION_SECONDS * 1000),
    })
    .execute()
  return secret
}

/** Who is signed in with this cookie; null once it ended, or once the token was changed. */
export async function findSession(db: Db, secret: string, now: Date): Promise<Colleague | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('colleague', 'colleague.id', 'session.colleague_id')
    .select(['colleague.id', 'colleague.name', 'colleague.token_hash'])
    .where('session.hash', '=', hashSecret(secret))
    .where('session.expires_at', '>', now)
    .whereRef('session.token_hash', '=', 'colleague.token_hash')
    .executeTakeFirst()
  return row === undefined ? null : { id: row.id, name: row.name, tokenHash: row.token_hash }
}

export async function endSession(db: Db, secret: string): Promise<void> {
  await db.deleteFrom('session').where('hash', '=', hashSecret(secret)).execute()
}

/**
 * Makes a link that signs a colleague in, once and within ten minutes.
 *
 * @param next the local path that it leads to
 * @returns the secret in the link
 */
export async function makeSignInLink(
  db: Db,
  colleague: Pick<Colleague, 'id' | 'tokenHash'>,
  next: string,
  now: Date,
): Promise<string> {
  const secret = makeSecret()
  await db.deleteFrom('sign_in_link').where('expires_at', '<=', now).execute()
  await db
    .insertInto('sign_in_link')
    .values({
      hash: hashSecret(secret),
      colleague_id: colleague.id,
      token_hash: colleague.tokenHash,
      next,
      expires_at: new Date(now.getTime() + 10 * MINUTE),
    })
    .execute()
  return secret
}

/** Uses a link up. Null where it was used, has expired, or never was. */
export async function useSignInLink(
  db: Db,
  secret: string,
  now: Date,
): Promise<{ colleague: Pick<Colleague, 'id' | 'tokenHash'>; next: string } | null> {
  const link = await db
    .deleteFrom('sign_in_link')
    .where('hash', '=', hashSecret(secret))
    .where('expires_at', '>', now)
    .returning(['colleague_id', 'token_hash', 'next'])
    .executeTakeFirst()
  if (link === undefined) return null
  return { colleague: { id: link.colleague_id, tokenHash: link.token_hash }, next: link.next }
}
