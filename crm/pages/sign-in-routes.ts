import { Hono } from 'hono'
import { addressOf } from '../api/address.ts'
import { isLocalPath } from '../api/local-path.ts'
import { findColleague } from '../store/colleagues.ts'
import { useSignInLink } from '../store/sessions.ts'
import type { World } from '../world.ts'
import { isOwnForm, readForm } from './own-form.ts'
import { signIn, signOut, whoIsSignedIn } from './session.ts'
import { type PageContext, type PageEnv, show, showTrouble } from './show.ts'
import { signInPage } from './sign-in-page.ts'

/** Signing in by token or by a link that works once, and signing out. */
export function signInRoutes(world: World): Hono<PageEnv> {
  const { db, now, publicUrl } = world
  const routes = new Hono<PageEnv>()
  const isSecure = (c: PageContext) => addressOf(c, publicUrl).startsWith('https:')

  routes.get('/sign-in', async c => {
    const once = c.req.query('once')
    if (once !== undefined) {
      const link = await useSignInLink(db, once, now())
      if (link === null) return showForm(c, '/', 'signIn.used')
      await signIn(c, world, link.colleague, isSecure(c))
      return c.redirect(ownPath(link.next), 303)
    }
    const next = ownPath(c.req.query('next'))
    if ((await whoIsSignedIn(c, world)) !== null) return c.redirect(next, 303)
    return showForm(c, next)
  })

  routes.post('/sign-in', async c => {
    if (!isOwnForm(c, publicUrl)) return showTrouble(c, 'refused', 403)
    const form = await readForm(c)
    const next = ownPath(form.get('next') ?? undefined)
    const colleague = await findColleague(db, (form.get('token') ?? '').trim())
    if (colleague === null) return showForm(c, next, 'signIn.wrong')
    await signIn(c, world, colleague, isSecure(c))
    return c.redirect(next, 303)
  })

  routes.post('/sign-out', async c => {
    if (!isOwnForm(c, publicUrl)) return showTrouble(c, 'refused', 403)
    await signOut(c, world)
    return c.redirect('/sign-in', 303)
  })
  return routes
}

function showForm(c: PageContext, next: string, trouble?: 'signIn.wrong' | 'signIn.used') {
  const words = c.get('words')
  const status = trouble === undefined ? 200 : 403
  return show(c, { title: words.t('signIn.title'), body: signInPage(words, next, trouble), status })
}

function ownPath(path: string | undefined): string {
  return path !== undefined && isLocalPath(path) ? path : '/'
}
