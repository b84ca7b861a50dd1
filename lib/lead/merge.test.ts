import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DRAFT_FIELDS, type Draft, newDraft, withField } from './draft.ts'
import { isSame, merge } from './merge.ts'

const edits = fc.array(fc.tuple(fc.constantFrom(...DRAFT_FIELDS), fc.string({ maxLength: 3 })))
const begun = newDraft('an-id', '2026-11-23')
const typed = (from: Draft, made: [(typeof DRAFT_FIELDS)[number], string][]) =>
  made.reduce((draft, [field, text]) => withField(draft, field, text), from)
const copy = edits.map(made => typed(begun, made))

test('two windows that wrote in different fields lose nothing to each other', () => {
  const [one, other] = [withField(begun, 'name', 'Sample'), withField(begun, 'notes', 'an offer')]
  expect(merge(one, other).fields).toMatchObject({ name: 'Sample', notes: 'an offer' })
})

test('what was written on top of something replaces it', () => {
  fc.assert(
    fc.property(copy, edits, (before, made) => {
      const after = typed(before, made)
      return isSame(merge(before, after), after) && isSame(merge(after, before), after)
    }),
  )
})

test('in any order and as often as one likes, it is the same draft', () => {
  fc.assert(
    fc.property(copy, copy, copy, (one, two, three) => {
      const left = merge(merge(one, two), three)
      expect(merge(one, merge(two, three))).toEqual(left)
      expect(merge(merge(three, two), one)).toEqual(left)
      expect(merge(left, two)).toEqual(left)
    }),
  )
})

test('of two drafts whose fields were not counted, the one with more edits stands', () => {
  const [older, newer] = [1, 2].map(counter => ({
    ...begun,
    counter,
    fields: { ...begun.fields, name: 'Sam'.slice(0, counter) },
  })) as [Draft, Draft]
  expect(merge(older, newer).fields.name).toBe('Sa')
  expect(merge(newer, older).fields.name).toBe('Sa')
})
