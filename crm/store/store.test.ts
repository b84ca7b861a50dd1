import { describe, expect, it } from 'vitest'
import { aLead } from '../testing/a-lead.ts'
import { onEachDatabase } from '../testing/databases.ts'
import { addColleague, findColleague, keepOwner } from './colleagues.ts'
import { findMatches } from './find-matches.ts'
import { listCards } from './list-cards.ts'
import { findSession, makeSignInLink, startSession, useSignInLink } from './sessions.ts'
import { takeLead } from './take-lead.ts'

const NOW = new Date('2026-03-15T12:00:00Z')

onEachDatabase('the store', bench => {
  const take = (lead: ReturnType<typeof aLead>) => takeLead(bench().db, lead, bench().colleague)

  describe('who might be this person', () => {
    const emails = ['sample@example.com']
    const phones = ['+4740000001']
    const asked = { email: 'other@example.com', phone: '40000009', name: 'x', company: 'x' }

    it.each([
      ['by e-mail', { email: 'SAMPLE@example.com' }, ['email']],
      ['by phone', { phone: '0047 400 00 001' }, ['phone']],
      ['by name and company', { name: 'sample person', company: 'EXAMPLE' }, ['name-and-company']],
      ['not by the name alone', { name: 'Sample Person' }, []],
      ['not by the company alone', { company: 'Example AS' }, []],
      ['by phone where the e-mail finds nobody', { ...asked, phone: '40000001' }, ['phone']],
      ['by e-mail before the rest', { ...asked, email: 'sample@example.com' }, ['email']],
      ['not by chance', asked, []],
      ['not by what is no number', { phone: 'n/a' }, []],
      ['of nothing', {}, []],
    ])('%s', async (_, request, why) => {
      await take(aLead({ person: { emails, phones } }))
      const matches = await findMatches(bench().db, request)
      expect(matches.map(match => match.why)).toEqual(why)
    })

    it('names at most ten, from the card that was touched last', async () => {
      for (let n = 0; n < 12; n += 1) {
        await take(aLead({ person: { emails, phones }, company: { name: `Example ${n}` } }))
      }
      for (const request of [{ email: emails[0] ?? '' }, { phone: phones[0] ?? '' }]) {
        const matches = await findMatches(bench().db, request)
        expect(matches.map(match => match.cardName)).toEqual(
          Array.from({ length: 10 }, (_, n) => `Example ${11 - n}`),
        )
      }
    })
  })

  it('finds a card by every word, in the company or in one person', async () => {
    const company = { name: 'Østre Fjord AS', website: 'https://www.example.no/' }
    await take(aLead({ company, person: { emails: ['sample@example.com'] } }))
    const found = async (search: string) =>
      (await listCards(bench().db, { search, after: null })).cards.length
    expect(await found('fjord sample@')).toBe(1)
    expect(await found('ØSTRE')).toBe(1)
    expect(await found('www.example.no')).toBe(1)
    expect(await found('fjord nobody')).toBe(0)
    expect(await found('jord')).toBe(1)
    expect(await found('fj')).toBe(1)
    expect(await found('jo')).toBe(0)
    expect(await found('%')).toBe(0)
    expect(await found("'; drop table card; --")).toBe(0)
  })

  it('knows a colleague by the token, and only by the current one', async () => {
    const { db } = bench()
    const token = await addColleague(db, 'Third Colleague')
    expect(await findColleague(db, token)).toMatchObject({ name: 'Third Colleague' })
    await keepOwner(db, 'The owner', 'first')
    const owner = await findColleague(db, 'first')
    await keepOwner(db, 'Sample Owner', 'second')
    expect(await findColleague(db, 'first')).toBeNull()
    expect(await findColleague(db, 'second')).toMatchObject({ id: owner?.id, name: 'Sample Owner' })
  })

  it('lets one of many use a sign-in link', async () => {
    const { db } = bench()
    const colleague = await findColleague(db, await addColleague(db, 'Third Colleague'))
    if (colleague === null) throw new Error('they were not added')
    const link = await makeSignInLink(db, colleague, '/cards/1', NOW)
    const uses = await Promise.all(Array.from({ length: 5 }, () => useSignInLink(db, link, NOW)))
    expect(uses.filter(use => use !== null)).toMatchObject([{ next: '/cards/1' }])
    const session = await startSession(db, colleague, NOW)
    expect(await findSession(db, session, NOW)).toEqual(colleague)
    expect(await findSession(db, session, new Date('2026-04-14T12:00:00Z'))).toBeNull()
  })
})
