import { expect, test } from 'vitest'
import { aDatabase, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft, anId } from '../../tests/fakes/drafts.ts'
import { newDraft, withField } from '../lead/draft.ts'
import { deleteDraft, saveDraft } from './drafts.ts'

test('a later edit is written, an earlier one that comes late is not', async () => {
  const db = aDatabase()
  const first = aDraft({ notes: 'a' })
  const second = withField(first, 'notes', 'ab')
  await saveDraft(db, second)
  await saveDraft(db, first)
  expect((await db.drafts.get(first.id))?.fields.notes).toBe('ab')
})

test('what two windows wrote in different fields is in the row, whoever comes last', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await saveDraft(db, withField(draft, 'notes', 'from the one'))
  const { draft: kept } = await saveDraft(db, withField(draft, 'where', 'from the other'))
  const both = { notes: 'from the one', where: 'from the other' }
  expect(kept.fields).toMatchObject(both)
  expect((await db.drafts.get(draft.id))?.fields).toMatchObject(both)
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
  expect(await saveDraft(db, withField(draft, 'name', 'Somebody else'))).toEqual({
    draft,
    isFrozen: true,
  })
  expect((await db.drafts.get(draft.id))?.fields.name).toBe('Sample Person')
})

test('a draft from which everything was erased is not in the list', async () => {
  const db = aDatabase()
  const draft = withField(newDraft(anId(), '2026-11-23'), 'name', 'S')
  await saveDraft(db, draft)
  await saveDraft(db, withField(draft, 'name', ''))
  expect(await db.drafts.count()).toBe(0)
})

test('a draft that a CRM may know keeps its count of revisions, even when it is erased', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await saveDraft(db, draft)
  await db.drafts.update(draft.id, { revision: 1 })
  const erased = withField(withField(draft, 'name', ''), 'company', '')
  await saveDraft(db, erased)
  expect(await db.drafts.get(draft.id)).toMatchObject({ revision: 1, fields: { name: '' } })
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
