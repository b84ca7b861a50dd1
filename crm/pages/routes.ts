import { Hono, type MiddlewareHandler } from 'hono'
import { addressOf } from '../api/address.ts'
import { Refusal } from '../api/problem.ts'
import { reportFault } from '../report-fault.ts'
import { listCards } from '../store/list-cards.ts'
import { isOutage } from '../store/outage.ts'
import { readCard } from '../store/read-card.ts'
import { storable } from '../store/storable.ts'
import type { World } from '../world.ts'
import { ICON, STYLE } from './assets.ts'
import { cardPage } from './card-page.ts'
import { dayOf } from './day.ts'
import { chooseWords } from './language.ts'
import { listPage } from './list-page.ts'
import { openAgain, openingPage } from './opening-page.ts'
import { securityHeaders } from './security-headers.ts'
import { whoIsSignedIn } from './session.ts'
import { type PageEnv, show, showTrouble } from './show.ts'
import { signInRoutes } from './sign-in-routes.ts'

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** The pages that people read. All but the sign-in need a session. */
export function pageRoutes(world: World): Hono<PageEnv> {
  const { db } = world
  const pages = new Hono<PageEnv>()
  pages.use(securityHeaders, async (c, next) => {
    c.set('words', chooseWords(c, addressOf(c, world.publicUrl).startsWith('https:')))
    await next()
  })
  pages.get('/style.css', c => c.body(STYLE, 200, keptFor(365, 'text/css; charset=utf-8')))
  pages.get('/icon.svg', c => c.body(ICON, 200, keptFor(1, 'image/svg+xml')))
  pages.route('/', signInRoutes(world))

  pages.get('/', requireSession(world), async c => {
    const search = storable(c.req.query('q') ?? '')
      .trim()
      .slice(0, 200)
    const mark = c.req.query('after') ?? ''
    const after = /^\d{1,15}$/.test(mark) ? Number(mark) : null
    const words = c.get('words')
    const body = listPage(words, await listCards(db, { search, after }), search)
    return show(c, { title: words.t('list.title'), body })
  })

  pages.get('/cards/:id', requireSession(world), async c => {
    const id = c.req.param('id')
    const card = UUID.test(id) ? await readCard(db, id) : undefined
    if (card === undefined) return showTrouble(c, 'missing', 404)
    const body = cardPage(c.get('words'), card, dayOf(world.now()))
    return show(c, { title: card.name, body })
  })

  pages.all('*', c => showTrouble(c, 'missing', 404))
  pages.onError((error, c) => {
    if (error instanceof Refusal) return showTrouble(c, 'broken', error.status)
    if (isOutage(error)) return showTrouble(c, 'broken', 503)
    reportFault(world, error)
    return showTrouble(c, 'broken', 500)
  })
  return pages
}

/** Lets those pass who are signed in; the others are asked to, and come back to where they were. */
function requireSession(world: World): MiddlewareHandler<PageEnv> {
  return async (c, next) => {
    const colleague = await whoIsSignedIn(c, world)
    if (colleague !== null) {
      c.set('colleague', colleague)
      return next()
    }
    const { pathname, search } = new URL(c.req.url)
    const here = `${pathname}${search}`
    if (c.req.header('sec-fetch-site') === 'cross-site') {
      const words = c.get('words')
      const [head, body] = [openAgain(here), openingPage(words, here)]
      return show(c, { title: words.t('opening.title'), head, body })
    }
    return c.redirect(`/sign-in?${new URLSearchParams({ next: here })}`, 303)
  }
}

function keptFor(days: number, type: string) {
  const seconds = days * 24 * 60 * 60
  return { 'content-type': type, 'cache-control': `public, max-age=${seconds}` }
}
