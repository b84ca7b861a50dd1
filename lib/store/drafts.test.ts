import { expect, test } from 'vitest'
import { aDatabase, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { withField } from '../lead/draft.ts'
import { deleteDraft, saveDraft } from './drafts.ts'

test('a later edit is written, an earlier one that comes late is not', async () => {
  const db = aDatabase()
  const first = aDraft({ notes: 'a' })
  const second = withField(first, 'notes', 'ab')
  await saveDraft(db, second)
  await saveDraft(db, first)
  expect((await db.drafts.get(first.id))?.fields.notes).toBe('ab')
})

test('drafts keep the order in which they were begun, whatever is edited', async () => {
  const db = aDatabase()
  const [one, two] = [aDraft(), aDraft()] as const
  await saveDraft(db, one)
  await saveDraft(db, two)
  await saveDraft(db, withField(one, 'notes', 'later'))
  expect((await db.drafts.orderBy('order').toArray()).map(row => row.id)).toEqual([one.id, two.id])
})

test('a promoted person is not changed by a write that comes late, and the caller can tell', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  const row = await saveDraft(db, withField(draft, 'name', 'Somebody else'))
  expect(row.counter).toBe(draft.counter)
  expect((await db.drafts.get(draft.id))?.fields.name).toBe('Sample Person')
})

test('a draft can be deleted, a promoted person cannot', async () => {
  const db = aDatabase()
  const [draft, promoted] = [aDraft(), aDraft()] as const
  await saveDraft(db, draft)
  await promoteDrafts(db, [promoted])
  expect(await deleteDraft(db, draft.id)).toBe(true)
  expect(await deleteDraft(db, promoted.id)).toBe(false)
  expect(await db.drafts.toCollection().primaryKeys()).toEqual([promoted.id])
})
