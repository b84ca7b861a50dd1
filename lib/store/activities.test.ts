import { expect, test } from 'vitest'
import { aDatabase, CONNECTION, freeze, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft, anId } from '../../tests/fakes/drafts.ts'
import { dueRows, leaseDue, putRows } from '../../tests/fakes/queue.ts'
import type { Activity } from '../lead/schema.ts'
import { noteActivity, takeBackActivity } from './activities.ts'
import type { Database } from './database.ts'
import { deleteDraft, saveDraft } from './drafts.ts'
import { promoteRows, reopenRow, takeBackRows } from './outbox.ts'
import { readRow } from './standing.ts'
import { needsYou, onCard, queued, tried } from './transitions.ts'

const anActivity = (text: string): Activity => ({
  ...{ id: anId(), kind: 'outgoing-call', on: '2026-11-24', text },
})

/** Somebody who is on the card. */
async function onACard() {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  await arrive(db)
  return { db, draft, id: draft.id }
}

/** What is due arrives. */
async function arrive(db: Database) {
  const rows = await dueRows(db)
  await putRows(
    db,
    rows.map(row => onCard(row, { id: 'card' })),
  )
}

/** What would be sent now, in order. */
async function outgoing(db: Database, id: string) {
  const row = await readRow(db, id)
  const lead = row && (await db.frozen.get(row.seq))?.lead
  return { phase: row?.phase, revision: lead?.revision, texts: lead?.activities.map(a => a.text) }
}

test('an activity makes a new revision of the same lead, which goes out at once', async () => {
  const { db, id } = await onACard()
  const call = anActivity('Called about the offer')
  expect(await noteActivity(db, id, call)).toBeUndefined()
  expect(await outgoing(db, id)).toEqual({ phase: 'queued', revision: 2, texts: [call.text] })
  expect(await dueRows(db)).toHaveLength(1)
  expect((await db.drafts.get(id))?.activities).toEqual([{ ...call, revision: 2 }])
})

test('the same activity again changes nothing', async () => {
  const { db, id } = await onACard()
  const call = anActivity('Called')
  await noteActivity(db, id, call)
  await arrive(db)
  expect(await noteActivity(db, id, call)).toBeUndefined()
  expect(await outgoing(db, id)).toEqual({ phase: 'on-card', revision: 2, texts: ['Called'] })
})

test('a later activity joins one that was not sent, in their order and in one revision', async () => {
  const { db, id } = await onACard()
  for (const text of ['one', 'two', 'three']) await noteActivity(db, id, anActivity(text))
  expect(await outgoing(db, id)).toMatchObject({ revision: 2, texts: ['one', 'two', 'three'] })
  expect(await db.frozen.where('leadId').equals(id).count()).toBe(2)
})

test('while a request is under way the activity goes in the revision after it', async () => {
  const { db, id } = await onACard()
  await noteActivity(db, id, anActivity('one'))
  await leaseDue(db)
  await noteActivity(db, id, anActivity('two'))
  expect(await outgoing(db, id)).toMatchObject({ revision: 3, texts: ['one', 'two'] })
  const leases = await db.leases.toArray()
  expect(leases).toMatchObject([{ leadIds: [id], revisions: [2] }])
})

test('an activity of a lead that waits for its first card goes with it', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  const call = anActivity('one')
  await noteActivity(db, draft.id, call)
  expect(await outgoing(db, draft.id)).toMatchObject({ revision: 1, texts: ['one'] })
  expect(await takeBackRows(db, [draft.id])).toEqual([])
  expect(await takeBackActivity(db, draft.id, call.id)).toEqual(call)
  expect(await outgoing(db, draft.id)).toMatchObject({ revision: 1, texts: [] })
  expect(await takeBackRows(db, [draft.id])).toEqual([draft.id])
})

test('until its request begins it can be taken back, and the card stays as it was', async () => {
  const { db, id } = await onACard()
  const call = anActivity('one')
  await noteActivity(db, id, call)
  expect(await takeBackActivity(db, id, call.id)).toEqual(call)
  expect(await readRow(db, id)).toMatchObject({ phase: 'on-card', revision: 1 })
  expect(await db.drafts.get(id)).toMatchObject({ revision: 1, activities: [] })
  expect(await dueRows(db)).toEqual([])
})

test('once its request has begun, or may have arrived, it stays', async () => {
  const { db, id } = await onACard()
  const [one, two] = [anActivity('one'), anActivity('two')]
  await noteActivity(db, id, one)
  const leased = await leaseDue(db)
  expect(await takeBackActivity(db, id, one.id)).toBeUndefined()
  const [row] = leased?.rows ?? []
  if (row) await putRows(db, [queued(tried(row, true), 0)])
  await noteActivity(db, id, two)
  expect(await takeBackActivity(db, id, one.id)).toBeUndefined()
  expect(await takeBackActivity(db, id, two.id)).toEqual(two)
  expect(await outgoing(db, id)).toMatchObject({ phase: 'queued', revision: 3, texts: ['one'] })
})

test('what is being edited in the form does not go along', async () => {
  const { db, draft, id } = await onACard()
  await reopenRow(db, id)
  expect(await noteActivity(db, id, anActivity('one'))).toBe('not-promoted')
  await saveDraft(db, { ...draft, counter: 9, fields: { ...draft.fields, notes: 'unsaid' } })
  await deleteDraft(db, id)
  await noteActivity(db, id, anActivity('one'))
  expect(JSON.stringify(await db.frozen.toArray())).not.toContain('unsaid')
})

test('an edit keeps what was noted', async () => {
  const { db, draft, id } = await onACard()
  await noteActivity(db, id, anActivity('one'))
  await arrive(db)
  await reopenRow(db, id)
  await saveDraft(db, { ...draft, counter: 9, fields: { ...draft.fields, notes: 'more' } })
  await promoteRows(db, [id], CONNECTION, freeze)
  expect(await outgoing(db, id)).toMatchObject({ revision: 3, texts: ['one'] })
})

test('what was noted beside an edit that needs somebody goes out when the edit is discarded', async () => {
  const { db, id } = await onACard()
  await noteActivity(db, id, anActivity('one'))
  const [row] = await dueRows(db)
  if (row) await putRows(db, [needsYou(row, { code: 'rejected' })])
  await reopenRow(db, id)
  await deleteDraft(db, id)
  expect(await outgoing(db, id)).toEqual({ phase: 'queued', revision: 3, texts: ['one'] })
  expect((await db.drafts.get(id))?.activities).toMatchObject([{ revision: 3 }])
})

test('nobody who was not promoted gets one, and no card gets more than a lead can hold', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await saveDraft(db, draft)
  expect(await noteActivity(db, draft.id, anActivity('one'))).toBe('not-promoted')
  expect(await readRow(db, draft.id)).toBeUndefined()
  const { db: other, id } = await onACard()
  const many = Array.from({ length: 200 }, () => ({ ...anActivity('one'), revision: 1 }))
  await other.drafts.update(id, { activities: many })
  expect(await noteActivity(other, id, anActivity('one'))).toBe('too-many')
})
