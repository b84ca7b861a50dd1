import { expect, test } from 'vitest'
import { aLead } from '../../../tests/fakes/leads.ts'
import { aSession } from '../../../tests/fakes/session.ts'
import { match } from './match.ts'

const lead = aLead({
  person: {
    ...{ name: 'Sample Person', title: 'Buyer' },
    ...{ emails: ['sample@example.com'], phones: ['+4722334455'] },
  },
  note: 'Wants an offer.',
})
const known = {
  card: { id: '7', url: 'https://crm.example.com/cards/7', name: 'Example AS' },
  contact: { id: '70', name: 'Known Person' },
  why: 'email',
} as const

test('asks by four fields of the lead, and reads who they may be', async () => {
  const evil = { ...known, card: { ...known.card, url: 'https://evil.example/7' } }
  const json = { matches: [known, evil], choices: true, more: 'than we know' }
  const { session, asked } = aSession(() => ({ json }))
  const { url: _, ...card } = known.card
  expect(await match(session, lead)).toEqual({
    matches: [known, { ...known, card }],
    choices: true,
  })
  const name = { name: 'Sample Person', company: 'Example AS' }
  const body = { email: 'sample@example.com', phone: '+4722334455', ...name }
  expect(asked).toEqual([{ method: 'POST', path: '/api/v1/matches', body }])
  await match(session, aLead())
  expect(asked[1]?.body).toEqual(name)
})

test('a CRM that does not say so reads no choices, and one that knows no such question has no matches', async () => {
  const older = aSession(() => ({ json: { matches: [known] } }))
  expect(await match(older.session, lead)).toMatchObject({ choices: false })
  for (const status of [404, 405, 501]) {
    const { session } = aSession(() => ({ status }))
    expect(await match(session, lead)).toEqual({ matches: [], choices: false })
  }
})

test.each([{ status: 500 }, { json: { matches: [{}] } }, { json: 'A sign-in page' }])(
  'is not answered by %j',
  async answer => {
    await expect(match(aSession(() => answer).session, lead)).rejects.toThrow()
  },
)
