import { expect, test } from 'vitest'
import { DRAFT_FIELDS, isEmpty, newDraft, readDraft, withField, withStart } from './draft.ts'

const fresh = newDraft('an-id', '2026-11-23')

test('a new draft is empty, though the day and the relation are filled in', () => {
  expect(isEmpty(fresh)).toBe(true)
  expect(fresh.fields).toMatchObject({ metOn: '2026-11-23', relation: 'prospect' })
})

test.each(DRAFT_FIELDS.filter(field => !['metOn', 'relation', 'event'].includes(field)))(
  'a draft with a letter in %s is not empty',
  field => expect(isEmpty(withField(fresh, field, 'x'))).toBe(false),
)

test('what a form began with makes no draft, until somebody writes in it', () => {
  const begun = newDraft('an-id', '2026-11-23', { where: 'Example Fair', tags: 'fair' })
  expect(isEmpty(begun)).toBe(true)
  expect(isEmpty(withField(withField(begun, 'name', 'S'), 'name', ''))).toBe(true)
  expect(isEmpty(withField(begun, 'tags', 'fair, vip'))).toBe(false)
})

test('where nobody counted the fields, all that stands in them was written', () => {
  const before = readDraft({ id: 'an-id', counter: 4, fields: { where: 'Example Fair' } })
  expect(before && isEmpty(before)).toBe(false)
})

test('a person who was begun before the form knew where they are is there too', () => {
  const written = withField(withField(fresh, 'name', 'S'), 'tags', 'mine')
  const { fields, counter } = withStart(written, { where: 'Example Fair', tags: 'fair' })
  expect(fields).toMatchObject({ name: 'S', where: 'Example Fair', tags: 'mine' })
  expect(counter).toBe(3)
})

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
