import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { aLead, revised } from '../testing/a-lead.ts'
import { onEachDatabase } from '../testing/databases.ts'
import { faults } from '../testing/faults.ts'
import { findMatches } from './find-matches.ts'
import { listCards } from './list-cards.ts'
import { readCard } from './read-card.ts'
import { takeLead } from './take-lead.ts'

const emails = ['sample@example.com']

onEachDatabase('what somebody said about who a lead is', bench => {
  const take = (lead: ReturnType<typeof aLead>) => takeLead(bench().db, lead, bench().colleague)
  const people = async (cardId: string) => {
    const { contacts = [] } = (await readCard(bench().db, cardId)) ?? {}
    return contacts.map(({ name }) => name)
  }
  const names = async () => {
    const { cards } = await listCards(bench().db, { search: '', after: null })
    return cards.map(({ name }) => name).sort()
  }

  it('adds the lead to that contact, on that card, and leaves no empty card behind', async () => {
    const known = await take(aLead({ person: { name: 'Robert Sample', emails } }))
    const lead = aLead({
      person: { name: 'Bob Sample', emails },
      company: { name: 'Example West' },
    })
    const first = await take(lead)
    expect(first.cardId).not.toBe(known.cardId)
    const asked = { email: 'sample@example.com' }
    expect((await findMatches(bench().db, asked)).map(({ contactId }) => contactId)).toEqual(
      expect.arrayContaining([first.contactId, known.contactId]),
    )
    const second = await take(revised(lead, { contact: { is: known.contactId } }))
    expect(second).toEqual({ ...known, status: 'updated' })
    expect(await names()).toEqual(['Example AS'])
    expect(await people(known.cardId)).toEqual(['Robert Sample'])
    expect((await readCard(bench().db, known.cardId))?.conversations).toHaveLength(2)
    expect(await faults(bench().db)).toEqual([])
  })

  it('holds for every later revision that says so, and ends with one that does not', async () => {
    const known = await take(aLead({ person: { name: 'Robert Sample', emails } }))
    const lead = aLead({ company: { name: 'Example West' } })
    const there = revised(lead, { contact: { is: known.contactId } })
    await take(lead)
    await take(there)
    const noted = revised(there, { note: 'Wants an offer.' })
    expect(await take(noted)).toEqual({ ...known, status: 'updated' })
    const { contact: _no, ...free } = revised(noted, { company: { name: 'Example North' } })
    expect((await take(free)).cardId).not.toBe(known.cardId)
    expect(await faults(bench().db)).toEqual([])
  })

  it('keeps the lead from contacts that it is not, though they share an address', async () => {
    const known = await take(aLead({ person: { name: 'Robert Sample', emails } }))
    const lead = aLead({ person: { name: 'Bob Sample', emails } })
    const first = await take(lead)
    expect(first.contactId).toBe(known.contactId)
    const other = revised(lead, { contact: { not: [known.contactId.toUpperCase()] } })
    const second = await take(other)
    expect(second.cardId).toBe(known.cardId)
    expect(second.contactId).not.toBe(known.contactId)
    expect(await people(known.cardId)).toEqual(['Robert Sample', 'Bob Sample'])
    const noted = await take(revised(other, { note: 'Wants an offer.' }))
    expect(noted).toEqual({ ...second, status: 'updated' })
    expect(await faults(bench().db)).toEqual([])
  })

  it.each(['nobody', randomUUID(), "'; drop table contact; --"])(
    'is passed over where there is no such contact: %s',
    async is => {
      const known = await take(aLead({ contact: { is } }))
      expect(known.status).toBe('created')
      expect(await faults(bench().db)).toEqual([])
    },
  )

  it('is passed over where the company has another number than the card', async () => {
    const known = await take(aLead({ company: { number: '923609016' } }))
    const company = { name: 'Other AS', number: '974760673' }
    const other = await take(aLead({ company, contact: { is: known.contactId } }))
    expect(other.cardId).not.toBe(known.cardId)
    const third = aLead({ company, person: { name: 'Third Sample' } })
    const none = await take(aLead({ company: { name: 'No Number' } }))
    const kept = await take({ ...third, contact: { is: none.contactId } })
    expect(kept.cardId).toBe(other.cardId)
    expect(await faults(bench().db)).toEqual([])
  })

  it('is settled alike when two say it at once', async () => {
    const known = await take(aLead({ person: { name: 'Robert Sample', emails } }))
    const leads = ['West', 'North', 'South'].map(part => aLead({ company: { name: part } }))
    await Promise.all(leads.map(take))
    const contact = { is: known.contactId }
    const taken = await Promise.all(leads.map(lead => take(revised(lead, { contact }))))
    expect(taken).toEqual(leads.map(() => ({ ...known, status: 'updated' })))
    expect(await names()).toEqual(['Example AS'])
    expect(await faults(bench().db)).toEqual([])
  })
})
