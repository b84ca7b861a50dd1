import { expect, test } from 'vitest'
import { aDraft } from '../../../tests/fakes/drafts.ts'
import { aLead } from '../../../tests/fakes/leads.ts'
import { factsOf } from './facts.ts'
import { KINDS } from './letters/letter.ts'

test('only the kinds of data that are kept of somebody are named', () => {
  expect(factsOf(aDraft({ metOn: '', title: ' ' }), 'NO').kinds).toEqual([
    'name',
    'company',
    'relation',
  ])
  const whole = aDraft({
    ...{ title: 'Head of Examples', email: 'sample@example.com', phone: '22 33 44 55' },
    ...{
      profile: 'https://example.com/sample',
      notes: 'said',
      tags: 'fair',
      followUp: '2026-12-01',
    },
  })
  expect(factsOf({ ...whole, activities: [{}] }, 'NO').kinds).toEqual(KINDS)
})

test('each of several addresses gets it, and a number without a country code is one of home', () => {
  const { fields } = aDraft({ email: 'a@example.com, b@example.se', phone: '22 33 44 55' })
  expect(factsOf({ fields }, 'NO')).toMatchObject({
    ...{ emails: ['a@example.com', 'b@example.se'], country: 'NO' },
  })
  expect(factsOf({ fields: { ...fields, phone: '' } }, 'NO').country).toBe('SE')
})

test('the kinds are those that were promoted, whatever is in the form by now', () => {
  const form = aDraft({ title: 'Head of Examples', notes: 'said since', tags: 'fair' })
  const bare = aLead({ meeting: {} })
  const person = { name: 'Sample Person', emails: ['a@example.com'], phones: ['+4722334455'] }
  expect(factsOf(form, 'NO', { ...bare, person }).kinds).toEqual([
    ...['name', 'company', 'email', 'phone', 'relation'],
  ])
  const whole = aLead({
    person: { ...person, title: 'Head of Examples', profile: 'https://example.com/sample' },
    ...{ meeting: { on: '2026-11-23' }, note: 'said', tags: ['fair'], followUp: '2026-12-01' },
    activities: [
      { id: crypto.randomUUID(), kind: 'outgoing-call', on: '2026-11-24', text: 'called' },
    ],
  })
  expect(factsOf(aDraft({ metOn: '' }), 'NO', whole).kinds).toEqual(KINDS)
})

test('the day alone is a source only where somebody wrote it: every form begins with today', () => {
  const meetingOf = ({ where, on }: { where: string; on: string }) => [where, on]
  const pasted = aDraft()
  expect(meetingOf(factsOf(pasted, 'NO'))).toEqual(['', ''])
  const written = { ...pasted, written: { metOn: 1 } }
  expect(meetingOf(factsOf(written, 'NO'))).toEqual(['', '2026-11-23'])
  const fair = aDraft({ event: 'Example Fair' })
  expect(meetingOf(factsOf(fair, 'NO'))).toEqual(['Example Fair', '2026-11-23'])
  const { written: _older, ...row } = pasted
  expect(meetingOf(factsOf(row, 'NO'))).toEqual(['', ''])
})

test('where somebody was met is the place, or else the event', () => {
  const at = (where: string) => factsOf(aDraft({ where, event: 'Example Fair' }), 'NO').where
  expect([at('Hall C'), at('')]).toEqual(['Hall C', 'Example Fair'])
})

test('a row of before there were as many fields is read all the same', () => {
  const fields = { name: 'Sample', company: 'Example AS', email: '', phone: '', metOn: '' }
  expect(() => factsOf({ fields: fields as never }, 'NO')).not.toThrow()
})
