import { expect, test } from 'vitest'
import { DRAFT_FIELDS, isEmpty, newDraft, readDraft, withField } from './draft.ts'

const fresh = newDraft('an-id', '2026-11-23')

test('a new draft is empty, though the day and the relation are filled in', () => {
  expect(isEmpty(fresh)).toBe(true)
  expect(fresh.fields).toMatchObject({ metOn: '2026-11-23', relation: 'prospect' })
})

test.each(DRAFT_FIELDS.filter(field => field !== 'metOn' && field !== 'relation'))(
  'a draft with a letter in %s is not empty',
  field => expect(isEmpty(withField(fresh, field, 'x'))).toBe(false),
)

test('each edit counts, and leaves the draft before it alone', () => {
  const next = withField(withField(fresh, 'name', 'S'), 'name', 'Sa')
  expect(next.counter).toBe(2)
  expect(fresh.fields.name).toBe('')
})

test('what was written is read back', () => {
  const draft = withField(fresh, 'notes', 'a\nb')
  expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
})

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'draft'],
  ['no id', { fields: {} }],
  ['no fields', { id: 'x', counter: 1 }],
])('%s is no draft', (_, value) => expect(readDraft(value)).toBeUndefined())

test('a damaged field does not cost the others', () => {
  const damaged = { id: 'x', counter: 'many', fields: { name: 'Sample', notes: 7, other: 'y' } }
  expect(readDraft(damaged)).toMatchObject({
    id: 'x',
    counter: 0,
    fields: { name: 'Sample', notes: '' },
  })
})
