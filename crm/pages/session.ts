import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Colleague } from '../store/colleagues.ts'
import { endSession, findSession, SESSION_SECONDS, startSession } from '../store/sessions.ts'
import type { World } from '../world.ts'

const COOKIE = 'kundekort_session'

/** Who is signed in, or null. */
export async function whoIsSignedIn(c: Context, { db, now }: World): Promise<Colleague | null> {
  const secret = getCookie(c, COOKIE)
  return secret === undefined ? null : findSession(db, secret, now())
}

export async function signIn(
  c: Context,
  { db, now }: World,
  colleague: Pick<Colleague, 'id' | 'tokenHash'>,
  isSecure: boolean,
): Promise<void> {
  setCookie(c, COOKIE, await startSession(db, colleague, now()), {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure,
    maxAge: SESSION_SECONDS,
  })
}

export async function signOut(c: Context, { db }: World): Promise<void> {
  const secret = getCookie(c, COOKIE)
  if (secret !== undefined) await endSession(db, secret)
  deleteCookie(c, COOKIE, { path: '/' })
}
