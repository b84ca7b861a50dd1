import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { aLead, revised } from '../testing/a-lead.ts'
import { onEachDatabase } from '../testing/databases.ts'
import { listCards } from './list-cards.ts'
import { readCard } from './read-card.ts'
import { takeLead } from './take-lead.ts'

onEachDatabase('a lead on its card', bench => {
  const take = (lead: ReturnType<typeof aLead>, as = bench().colleague) =>
    takeLead(bench().db, lead, as)
  const card = async (id: string) => {
    const found = await readCard(bench().db, id)
    if (found === undefined) throw new Error('the card is gone')
    return found
  }
  const cards = async () => (await listCards(bench().db, { search: '', after: null })).cards

  it('makes a card, a main contact and a conversation of the first lead', async () => {
    const { status, cardId } = await take(aLead({ note: 'Wants an offer.' }))
    expect(status).toBe('created')
    const { contacts, conversations, mainContactId, name } = await card(cardId)
    expect(name).toBe('Example AS')
    expect(contacts).toEqual([{ id: mainContactId, name: 'Sample Person' }])
    expect(conversations).toMatchObject([{ note: 'Wants an offer.', author: 'Sample Colleague' }])
  })

  it('answers the same revision again with unchanged and the same card', async () => {
    const lead = aLead()
    const first = await take(lead)
    expect(await take(lead)).toEqual({ ...first, status: 'unchanged' })
    expect(await take({ ...lead, id: lead.id.toUpperCase() })).toMatchObject({
      status: 'unchanged',
    })
    expect((await card(first.cardId)).conversations).toHaveLength(1)
  })

  it('never lets a lower revision overwrite a higher one', async () => {
    const lead = aLead({ revision: 3, note: 'third' })
    const first = await take(lead)
    expect(await take({ ...lead, revision: 2, note: 'second' })).toEqual({
      ...first,
      status: 'unchanged',
    })
    expect((await card(first.cardId)).conversations[0]?.note).toBe('third')
  })

  it('replaces what the lead said by a higher revision, activities included', async () => {
    const kept = { id: randomUUID(), kind: 'offer' as const, on: '2026-03-01', text: 'Ten pallets' }
    const dropped = { ...kept, id: randomUUID(), text: 'A mistake' }
    const lead = aLead({ note: 'first', activities: [kept, dropped] })
    const { cardId } = await take(lead)
    const added = { ...kept, id: randomUUID(), kind: 'sale' as const, text: 'Sold' }
    const changed = { ...kept, text: 'Twelve pallets' }
    const outcome = await take(revised(lead, { note: 'second', activities: [changed, added] }))
    expect(outcome).toMatchObject({ status: 'updated', cardId })
    const { conversations } = await card(cardId)
    expect(conversations).toHaveLength(1)
    expect(conversations[0]).toMatchObject({ note: 'second', revision: 2 })
    expect(conversations[0]?.activities.map(activity => activity.text)).toEqual([
      'Twelve pallets',
      'Sold',
    ])
  })

  it('keeps an activity once when a lead repeats its id', async () => {
    const id = randomUUID()
    const said = (text: string) => ({ id, kind: 'note' as const, on: '2026-03-01', text })
    const { cardId } = await take(aLead({ activities: [said('first'), said('last')] }))
    expect((await card(cardId)).conversations[0]?.activities).toMatchObject([{ text: 'last' }])
  })

  it('shows a character that PostgreSQL cannot hold as a mark in its place', async () => {
    const { cardId } = await take(aLead({ note: 'before\u0000after' }))
    expect((await card(cardId)).conversations[0]?.note).toBe('before\uFFFDafter')
  })

  it('finds the card of a number-less lead by name, and gives it the number', async () => {
    const first = await take(aLead())
    const second = await take(aLead({ company: { number: '923 609 016' } }))
    expect(second.cardId).toBe(first.cardId)
    const third = await take(aLead({ company: { name: 'Renamed', number: 'NO923609016MVA' } }))
    expect(third.cardId).toBe(first.cardId)
    expect((await card(first.cardId)).number).toBe('923 609 016')
  })

  it('tells two companies of one name apart by number, and by domain', async () => {
    const ids = [
      await take(aLead({ company: { number: '923609016' } })),
      await take(aLead({ company: { number: '974760673' } })),
      await take(aLead({ company: { name: 'Twin', website: 'https://example.no' } })),
      await take(aLead({ company: { name: 'Twin', website: 'https://example.com' } })),
    ].map(taken => taken.cardId)
    expect(new Set(ids).size).toBe(4)
  })

  it('renames the card when the only lead on it corrects the company', async () => {
    const lead = aLead({ company: { name: 'Exmaple' } })
    const { cardId } = await take(lead)
    expect(await take(revised(lead, { company: { name: 'Example' } }))).toMatchObject({ cardId })
    expect((await card(cardId)).name).toBe('Example')
    expect((await take(aLead({ company: { name: 'Exmaple' } }))).cardId).not.toBe(cardId)
  })

  it('moves a corrected lead to the card that it means, and leaves no empty card', async () => {
    const right = await take(aLead({ company: { name: 'Example' } }))
    const lead = aLead({ person: { name: 'Other Sample' }, company: { name: 'Exmaple' } })
    const wrong = await take(lead)
    const moved = await take(revised(lead, { company: { name: 'Example' } }))
    expect(moved).toMatchObject({ status: 'updated', cardId: right.cardId })
    expect(await readCard(bench().db, wrong.cardId)).toBeUndefined()
    const { contacts } = await card(right.cardId)
    expect(contacts.map(contact => contact.name)).toEqual(['Sample Person', 'Other Sample'])
  })

  it('takes a lead off a shared card when it turns out to be about another company', async () => {
    const stays = await take(aLead({ person: { name: 'Other Sample' } }))
    const lead = aLead()
    await take(lead)
    const moved = await take(revised(lead, { company: { name: 'Sample Bygg' } }))
    expect(moved.cardId).not.toBe(stays.cardId)
    const { contacts } = await card(stays.cardId)
    expect(contacts.map(contact => contact.name)).toEqual(['Other Sample'])
  })

  it('makes one contact and two conversations of a person whom two colleagues met', async () => {
    const person = { emails: ['sample@example.com'], title: 'Buyer' }
    const { cardId } = await take(aLead({ person }))
    const theirs = { name: 'S. Person', emails: ['Sample@Example.com'], title: 'Head of buying' }
    await take(aLead({ person: theirs }), bench().other)
    const { contacts, conversations } = await card(cardId)
    expect(contacts).toMatchObject([{ name: 'Sample Person' }])
    expect(conversations.map(said => [said.author, said.person_title])).toEqual([
      ['Sample Colleague', 'Buyer'],
      ['Other Colleague', 'Head of buying'],
    ])
  })

  it('knows a person by the phone, however it was written', async () => {
    const { cardId } = await take(aLead({ person: { phones: ['+4740000001'] } }))
    await take(aLead({ person: { name: 'S. P.', phones: ['0047 400 00 001'] } }))
    await take(aLead({ person: { name: 'Sam', phones: ['400 00 001'] } }))
    expect((await card(cardId)).contacts).toHaveLength(1)
  })

  it('keeps the contact over revisions, even when its address changes', async () => {
    const lead = aLead({ person: { emails: ['typo@example.com'] } })
    const { cardId } = await take(lead)
    const before = (await card(cardId)).contacts
    await take(revised(lead, { person: { name: 'Sam', emails: ['right@example.com'] } }))
    const after = (await card(cardId)).contacts
    expect(after).toEqual([{ id: before[0]?.id, name: 'Sam' }])
  })

  it('joins the contact whose address a later revision brings, and drops the double', async () => {
    const { cardId } = await take(aLead({ person: { emails: ['sample@example.com'] } }))
    const double = aLead({ person: { name: 'Sam' } })
    await take(double)
    expect((await card(cardId)).contacts).toHaveLength(2)
    await take(revised(double, { person: { emails: ['sample@example.com'] } }))
    expect((await card(cardId)).contacts).toHaveLength(1)
  })

  it('has exactly one main contact: the first, until a lead says otherwise', async () => {
    const main = async (id: string) => {
      const found = await card(id)
      return found.contacts.find(contact => contact.id === found.mainContactId)?.name
    }
    const first = aLead({ person: { name: 'First Sample' }, company: { mainContact: false } })
    const { cardId } = await take(first)
    const second = aLead({ person: { name: 'Second Sample' } })
    await take(second)
    expect(await main(cardId)).toBe('First Sample')
    await take(revised(second, { company: { mainContact: true } }))
    expect(await main(cardId)).toBe('Second Sample')
    await take(revised(first, { note: 'no word about it' }))
    expect(await main(cardId)).toBe('Second Sample')
  })

  it('calls the company what was said last, but no customer a prospect again', async () => {
    const relation = async (id: string) => (await card(id)).relation
    const first = aLead({ relation: 'customer' })
    const { cardId } = await take(first)
    await take(aLead({ person: { name: 'Other Sample' } }))
    expect(await relation(cardId)).toBe('customer')
    await take(aLead({ person: { name: 'Third Sample' }, relation: 'partner' }))
    await take(revised(first, { note: 'nothing new' }))
    expect(await relation(cardId)).toBe('partner')
  })

  it('makes one card, one contact and each conversation once of leads that come at once', async () => {
    const lead = aLead({ person: { emails: ['sample@example.com'] } })
    const others = Array.from({ length: 10 }, (_, n) =>
      aLead({
        person: { name: `Sample ${n}`, emails: ['Sample@example.com'] },
        company: n % 2 === 0 ? { website: 'https://example.com' } : {},
      }),
    )
    const taken = await Promise.all(
      [lead, ...others, lead, lead, revised(lead)].map(each => take(each)),
    )
    expect(new Set(taken.map(each => each.cardId)).size).toBe(1)
    expect(await cards()).toMatchObject([{ people: 1, conversations: 11 }])
    const statuses = taken.map(each => each.status)
    expect(statuses.filter(status => status === 'created')).toHaveLength(11)
  })

  it('makes one card of a number, a domain and a name that arrive crosswise at once', async () => {
    const number = '923609016'
    const website = 'https://www.example.no/about'
    await take(aLead({ company: { number, website } }))
    const companies = [{ number }, { website }, {}, { number, website }]
    const leads = Array.from({ length: 20 }, (_, n) => aLead({ company: companies[n % 4] ?? {} }))
    await Promise.all(leads.map(lead => take(lead)))
    expect(await cards()).toMatchObject([{ conversations: 21, people: 1 }])
  })
})
