import { describe, expect, it } from 'vitest'
import { aVisitor } from '../testing/a-visitor.ts'
import { anApp, ORIGIN, TOKEN } from '../testing/an-app.ts'

const app = anApp()
const { signIn, submit } = aVisitor(app)

describe('signing in', () => {
  it('is asked of those who come without a session, and leads where they wanted to go', async () => {
    const answer = await app.request('/cards/1?lang=nb')
    expect(answer.status).toBe(303)
    const form = answer.headers.get('location') ?? ''
    expect(form).toBe('/sign-in?next=%2Fcards%2F1%3Flang%3Dnb')
    expect(await (await app.request(form)).text()).toContain('value="/cards/1?lang=nb"')
    const signedIn = await submit('/sign-in', { token: TOKEN, next: '/cards/1' })
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/cards/1'])
  })

  it('sets a cookie that scripts and other sites cannot use, and that is not the token', async () => {
    const { headers } = await submit('/sign-in', { token: TOKEN })
    const cookie = headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(cookie).not.toContain(TOKEN)
    const secure = await submit(
      '/sign-in',
      { token: TOKEN },
      { origin: ORIGIN.replace('http', 'https'), 'x-forwarded-proto': 'https' },
    )
    expect(secure.headers.get('set-cookie')).toContain('; Secure')
  })

  it('keeps nothing in the database that would open the door', async () => {
    const secret = (await signIn()).split('=')[1] ?? ''
    const rows = await app.db().selectFrom('session').selectAll().execute()
    const everything = JSON.stringify([
      rows,
      await app.db().selectFrom('colleague').selectAll().execute(),
    ])
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(everything).not.toContain(secret)
    expect(everything).not.toContain(TOKEN)
  })

  it('is refused with a wrong token', async () => {
    const answer = await submit('/sign-in', { token: 'wrong' })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await answer.text()).toContain('That is not a token of this CRM.')
  })

  it('ends after 30 days, at signing out, and when the token is changed', async () => {
    const isSignedIn = async (cookie: string) =>
      (await app.request('/', { headers: { cookie } })).status === 200
    const [old, left, stays] = [await signIn(), await signIn(), await signIn()]
    const out = await submit('/sign-out', {}, { cookie: left })
    expect(out.headers.get('set-cookie')).toMatch(/^kundekort_session=; Max-Age=0/)
    expect([await isSignedIn(left), await isSignedIn(stays)]).toEqual([false, true])
    app.clock.now = new Date(app.clock.now.getTime() + 30 * 24 * 60 * 60 * 1000)
    expect(await isSignedIn(old)).toBe(false)
    const current = await signIn()
    await app.db().updateTable('colleague').set({ token_hash: 'another' }).execute()
    expect(await isSignedIn(current)).toBe(false)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
  ])('never leads to %j', async next => {
    const answer = await submit('/sign-in', { token: TOKEN, next })
    expect(answer.headers.get('location')).toBe('/')
    const form = await app.request(`/sign-in?${new URLSearchParams({ next })}`)
    expect(await form.text()).toContain('name="next" value="/"')
  })

  it.each<[string, Record<string, string>]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin at all', { origin: 'null' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
  ])('refuses a form from %s', async (_, headers) => {
    for (const path of ['/sign-in', '/sign-out']) {
      const answer = await submit(path, { token: TOKEN }, headers)
      expect(answer.status).toBe(403)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
  })
})

describe('a link that signs in', () => {
  const makeLink = async (next?: string) => {
    const answer = await app.api('/sign-in-links', next === undefined ? {} : { next })
    const { url } = (await answer.json()) as { url: string }
    expect(url).toMatch(/^http:\/\/crm\.example:8787\/sign-in\?once=[\w-]{43}$/)
    return url.slice(ORIGIN.length)
  }

  it('works once, and leads on', async () => {
    const link = await makeLink('/cards/1')
    const first = await app.request(link)
    expect([first.status, first.headers.get('location')]).toEqual([303, '/cards/1'])
    expect(first.headers.get('set-cookie')).toMatch(/^kundekort_session=[\w-]{43}; /)
    const second = await app.request(link)
    expect([second.status, second.headers.get('set-cookie')]).toEqual([403, null])
    expect(await second.text()).toContain('used already')
    expect(await app.db().selectFrom('sign_in_link').selectAll().execute()).toEqual([])
  })

  it('works for ten minutes', async () => {
    const link = await makeLink()
    app.clock.now = new Date(app.clock.now.getTime() + 10 * 60 * 1000)
    expect((await app.request(link)).status).toBe(403)
  })
})

it('opens once more from our own site what was linked from elsewhere', async () => {
  const elsewhere = { 'sec-fetch-site': 'cross-site' }
  const page = await app.request('/cards/1?x=%22%3E', { headers: elsewhere })
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('http-equiv="refresh" content="0; url=/cards/1?x=%22%3E"')
  const again = await app.request('/cards/1', { headers: { 'sec-fetch-site': 'same-origin' } })
  expect(again.status).toBe(303)
})
