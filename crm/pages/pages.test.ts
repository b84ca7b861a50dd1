import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { batchAnswerSchema } from '../../lib/crm/open/contract.ts'
import { aLead } from '../testing/a-lead.ts'
import { aVisitor } from '../testing/a-visitor.ts'
import { anApp } from '../testing/an-app.ts'

const app = anApp()
const { see, signIn } = aVisitor(app)

/** Promotes leads, and returns the path of each one's card. */
async function promote(...leads: unknown[]): Promise<string[]> {
  const answer = batchAnswerSchema.parse(await (await app.api('/leads/batch', { leads })).json())
  return answer.results.map(result => `/cards/${result.card?.id}`)
}

/** What a page says, without its tags. */
const textOf = (page: string) =>
  page
    .replaceAll(/<(style|head)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

it('says to the browser that nothing but our own style may run on a page', async () => {
  for (const path of ['/', '/sign-in', '/nowhere']) {
    const { headers } = await app.request(path, { headers: { cookie: await signIn() } })
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe('no-store')
  }
  const style = await app.request('/style.css')
  expect(style.headers.get('content-type')).toContain('text/css')
  expect(await see('/')).not.toMatch(/<script|style="|https?:\/\//)
})

describe('the list of cards', () => {
  it('shows what was touched last first', async () => {
    await promote(aLead({ company: { name: 'First Example' } }))
    await promote(aLead({ company: { name: 'Second Example' } }))
    await promote(aLead({ company: { name: 'First Example' }, person: { name: 'Other Sample' } }))
    const text = textOf(await see('/'))
    expect(text.indexOf('First Example')).toBeLessThan(text.indexOf('Second Example'))
    expect(text).toContain('Sample Person and 1 other')
    expect(text).toContain('Second Example Sample Person Prospect')
    expect(text).toContain('2 conversations')
  })

  it('says what to expect while there is none', async () => {
    expect(textOf(await see('/'))).toContain('No cards yet.')
    expect(textOf(await see('/?q=nobody'))).toContain('No card has all of “nobody”.')
  })

  it.each([
    ['fjord', true],
    ['FJORD person', true],
    ['sample.p@example', true],
    ['40000001', true],
    ['923609016', true],
    ['ostre', true],
    ['100%', true],
    ['10_%', false],
    ['fjord nobody', false],
    ['\u0000', true],
  ])('searches for %j', async (search, isFound) => {
    const person = { emails: ['sample.p@example.com'], phones: ['+47 400 00 001'] }
    await promote(
      aLead({ person, company: { name: 'Østre Fjörd 100% AS', number: '923 609 016' } }),
    )
    const found = textOf(
      await see(`/?${new URLSearchParams({ q: search.replace('ostre', 'Østre') })}`),
    )
    expect(found.includes('Org. no. 923 609 016')).toBe(search === '\u0000' ? false : isFound)
  })

  it('goes on page by page, each card once', async () => {
    const names = Array.from({ length: 120 }, (_, n) => `Example ${n}`)
    await promote(...names.map(name => aLead({ company: { name } })))
    const seen: string[] = []
    for (let path: string | undefined = '/?q=example'; path !== undefined; ) {
      const page = await see(path)
      seen.push(...[...page.matchAll(/dir="auto">(Example \d+)</g)].map(([, name = '']) => name))
      path = /class="older" rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toEqual(names.toReversed())
  })
})

describe('a customer card', () => {
  it('tells a colleague all that there is, the newest first', async () => {
    const activity = { id: randomUUID(), kind: 'offer' as const, on: '2026-03-10', text: 'Offer 1' }
    const [path = ''] = await promote(
      aLead({
        person: {
          name: 'Sample Person',
          title: 'Buyer',
          emails: ['sample@example.com'],
          phones: ['+4740000001'],
          profile: 'https://social.example/sample',
        },
        company: { number: '923609016', website: 'https://example.com' },
        meeting: { event: 'Sample Expo', where: 'Stand 12', on: '2026-03-01' },
        relation: 'customer',
        note: 'Line one\nLine two',
        tags: ['trucks'],
        followUp: '2026-03-14',
        activities: [activity],
      }),
      aLead({ person: { name: 'Other Sample' }, followUp: '2026-03-20' }),
    )
    const page = await see(path)
    const text = textOf(page)
    for (const words of [
      '923609016',
      'Customer',
      'Was due 14 March 2026: follow up with Sample Person, promised by The owner',
      '20 March 2026: follow up with Other Sample, promised by The owner',
      'Sample Person Main contact',
      'Buyer',
      'Met at Sample Expo, Stand 12',
      'Line one Line two',
      'trucks',
      '10 March 2026, written by The owner',
    ]) {
      expect(text).toContain(words)
    }
    expect(page).toContain('<a href="https://social.example/sample" rel="noopener noreferrer"')
    expect(page).toContain('href="mailto:sample@example.com"')
    expect(text.indexOf('Offer 1')).toBeLessThan(text.indexOf('Line one'))
  })

  it('shows what colleagues say differently, with who said it', async () => {
    const token = await app.addColleague('Other Colleague')
    const person = { emails: ['sample@example.com'] }
    const [path = ''] = await promote(aLead({ person: { ...person, title: 'Buyer' } }))
    const theirs = aLead({
      person: { name: 'Sam Person', title: 'Director', phones: ['40000001'], ...person },
    })
    await app.api('/leads/batch', { leads: [theirs] }, { authorization: `Bearer ${token}` })
    const text = textOf(await see(path))
    expect(text).toMatch(/Title: Director \(Other Colleague, \d+ \w+ \d{4}\)/)
    expect(text).toMatch(/Name: Sam Person \(Other Colleague/)
    expect(text).toContain('Sample Person Main contact Buyer')
    expect(text).toContain('40000001')
  })

  it('shows tags as the text they are', async () => {
    const nasty = '"><script>alert(1)</script>&amp;'
    const [path = ''] = await promote(
      aLead({
        person: { name: nasty, title: nasty },
        company: { name: nasty },
        note: nasty,
        tags: [nasty],
      }),
    )
    for (const page of [
      await see(path),
      await see('/'),
      await see(`/?q=${encodeURIComponent(nasty)}`),
    ]) {
      expect(page).not.toContain('<script')
      expect(page).toContain('&lt;script&gt;')
    }
  })

  it.each(['/cards/1', '/cards/0b1c2d3e-0000-4000-8000-000000000000', '/nowhere'])(
    'is not found at %s',
    async path => {
      const answer = await app.request(path, { headers: { cookie: await signIn() } })
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('There is no such page.')
    },
  )
})

describe('the language of a page', () => {
  it('is the browser’s until another one is chosen, which is kept', async () => {
    const norwegian = await app.request('/sign-in', {
      headers: { 'accept-language': 'no,en;q=0.5' },
    })
    expect(await norwegian.text()).toMatch(/<html lang="nb">[\s\S]*Logg inn/)
    const chosen = await app.request('/sign-in?lang=nb')
    const page = await chosen.text()
    expect(page).toContain('href="/sign-in?lang=en" hreflang="en" lang="en">English</a>')
    expect(page).toContain('href="/sign-in?lang=sv" hreflang="sv" lang="sv">Svenska</a>')
    expect(page).not.toContain('href="/sign-in?lang=nb"')
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? ''
    const kept = await app.request('/sign-in', { headers: { cookie, 'accept-language': 'en' } })
    expect(await kept.text()).toContain('Logg inn')
  })

  it('reaches dates and numbers of things', async () => {
    const [path = ''] = await promote(aLead({ followUp: '2026-05-17' }))
    expect(textOf(await see(path, { 'accept-language': 'nb' }))).toContain('17. mai 2026: følg opp')
    const list = textOf(await see('/', { 'accept-language': 'nb' }))
    expect(list).toContain('Example AS Sample Person Mulig kunde')
    expect(list).toContain('1 samtale')
    const due = { nn: '17. mai 2026', sv: '17 maj 2026', da: '17. maj 2026', en: '17 May 2026' }
    for (const [locale, day] of Object.entries(due))
      expect(textOf(await see(path, { 'accept-language': locale }))).toContain(`${day}:`)
  })
})
