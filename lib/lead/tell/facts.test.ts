import { expect, test } from 'vitest'
import { aDraft } from '../../../tests/fakes/drafts.ts'
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

test('where somebody was met is the place, or else the event', () => {
  const at = (where: string) => factsOf(aDraft({ where, event: 'Example Fair' }), 'NO').where
  expect([at('Hall C'), at('')]).toEqual(['Hall C', 'Example Fair'])
})

test('a row of before there were as many fields is read all the same', () => {
  const fields = { name: 'Sample', company: 'Example AS', email: '', phone: '', metOn: '' }
  expect(() => factsOf({ fields: fields as never }, 'NO')).not.toThrow()
})
