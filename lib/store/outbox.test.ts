import { expect, test } from 'vitest'
import { aDatabase, CONNECTION, freeze, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { dueRows, leaseDue, outboxOf, putRows } from '../../tests/fakes/queue.ts'
import { saveDraft } from './drafts.ts'
import { getMeta } from './meta.ts'
import { type Freeze, promoteRows, reopenRow, takeBackRows } from './outbox.ts'
import { requeueRows } from './requeue.ts'
import { readRow } from './standing.ts'
import { needsYou, onCard, queued, tried } from './transitions.ts'

test('a promotion freezes the lead with its key, and a second click changes nothing', async () => {
  const db = aDatabase()
  const draft = aDraft()
  expect(await promoteDrafts(db, [draft])).toEqual([draft.id])
  expect(await promoteDrafts(db, [draft])).toEqual([])
  expect(await db.frozen.toArray()).toMatchObject([{ leadId: draft.id, revision: 1 }])
  expect(await outboxOf(db)).toEqual([
    {
      leadId: draft.id,
      revision: 1,
      connectionId: CONNECTION,
      seq: 1,
      attempts: 0,
      phase: 'queued',
      dueAt: 0,
    },
  ])
})

test('who cannot be promoted stays a draft, and does not keep the others from it', async () => {
  const db = aDatabase()
  const [good, personal] = [aDraft(), aDraft({ relation: 'personal' })] as const
  expect(await promoteDrafts(db, [personal, good])).toEqual([good.id])
  expect(await db.frozen.count()).toBe(1)
})

test('a promotion that fails half-way leaves nothing behind', async () => {
  const db = aDatabase()
  const [one, two] = [aDraft(), aDraft()] as const
  await saveDraft(db, one)
  await saveDraft(db, two)
  const failing: Freeze = (row, revision) => {
    if (row.id === two.id) throw new Error('bug')
    return freeze(row, revision)
  }
  await expect(promoteRows(db, [one.id, two.id], CONNECTION, failing)).rejects.toThrow('bug')
  expect(await outboxOf(db)).toHaveLength(0)
  expect(await db.frozen.count()).toBe(0)
  expect((await db.drafts.get(one.id))?.revision).toBe(0)
})

test('until a request begins it can be taken back, and its number is free again', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  expect(await takeBackRows(db, [draft.id])).toEqual([draft.id])
  expect(await outboxOf(db)).toHaveLength(0)
  expect(await db.frozen.count()).toBe(0)
  await promoteRows(db, [draft.id], CONNECTION, freeze)
  expect((await readRow(db, draft.id))?.revision).toBe(1)
})

test('once a request has begun it cannot be taken back', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  const leased = await leaseDue(db)
  expect(await takeBackRows(db, [draft.id])).toEqual([])
  const [row] = leased?.rows ?? []
  if (row) await putRows(db, [queued(tried(row, true), 0)])
  expect(await takeBackRows(db, [draft.id])).toEqual([])
})

test('as many leads are leased as fit into one request, and one that is larger goes alone', async () => {
  const db = aDatabase()
  const drafts = [aDraft({ notes: 'x'.repeat(900) }), aDraft(), aDraft(), aDraft()]
  await promoteDrafts(db, drafts)
  const sizes: number[] = []
  for (let count = 1; count > 0; ) {
    count = (await leaseDue(db, { bytes: 600 }))?.leads.length ?? 0
    sizes.push(count)
  }
  expect(sizes).toEqual([1, 2, 1, 0])
})

test('leads are due in the order of their promotion, those that wait come when their time has', async () => {
  const db = aDatabase()
  const drafts = [aDraft(), aDraft(), aDraft()]
  const ids = await promoteDrafts(db, drafts)
  const [first] = await dueRows(db)
  if (first) await putRows(db, [queued(first, 500)])
  const due = async (now: number) => (await dueRows(db, now, 10)).map(row => row.leadId)
  expect(await due(499)).toEqual([ids[1], ids[2]])
  expect(await due(500)).toEqual([ids[1], ids[2], ids[0]])
})

test('what needs somebody is sent again to the current CRM when they say so', async () => {
  const db = aDatabase()
  const ids = await promoteDrafts(db, [aDraft(), aDraft(), aDraft()], 'the earlier CRM')
  const [one, two, three] = await dueRows(db)
  if (!one || !two || !three) throw new Error('not queued')
  await putRows(db, [
    needsYou(one, { code: 'rejected' }),
    needsYou(two, { code: 'other-connection' }),
    onCard(three, undefined),
  ])
  expect(await requeueRows(db, CONNECTION, (_, problem) => problem.code !== 'rejected')).toBe(1)
  expect(await readRow(db, ids[1] ?? '')).toMatchObject({
    phase: 'queued',
    connectionId: CONNECTION,
  })
  expect((await readRow(db, ids[0] ?? ''))?.phase).toBe('needs-you')
  expect((await readRow(db, ids[2] ?? ''))?.phase).toBe('on-card')
})

test('a rejected lead can be corrected, and gets a new revision', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  expect(await reopenRow(db, draft.id)).toBe(false)
  const [row] = await dueRows(db)
  if (row) await putRows(db, [needsYou(row, { code: 'rejected' })])
  expect(await reopenRow(db, draft.id)).toBe(true)
  await promoteRows(db, [draft.id], CONNECTION, freeze)
  expect((await readRow(db, draft.id))?.revision).toBe(2)
})

test('the progress bar is as long as what was promoted since the queue was empty', async () => {
  const db = aDatabase()
  await promoteDrafts(db, [aDraft(), aDraft()])
  const [row] = await dueRows(db, 1, 1)
  if (row) await putRows(db, [onCard(row, undefined)])
  await promoteDrafts(db, [aDraft()])
  expect(await getMeta(db, 'run')).toEqual({ total: 3 })
  const rest = await dueRows(db)
  await putRows(
    db,
    rest.map(each => onCard(each, undefined)),
  )
  await promoteDrafts(db, [aDraft()])
  expect(await getMeta(db, 'run')).toEqual({ total: 1 })
})

test('who comes late goes out as what they are, whatever was promoted beside them', async () => {
  const db = aDatabase()
  const ids = await promoteDrafts(db, [aDraft(), aDraft(), aDraft(), aDraft()])
  const [, two, three] = await dueRows(db)
  if (!two || !three) throw new Error('not queued')
  await putRows(db, [needsYou(two, { code: 'rejected' }), queued(three, 1)])
  // By its ends it looks like a range that has the second in it.
  expect((await dueRows(db)).map(row => row.seq)).toEqual([1, 4, 3])
  const leased = await leaseDue(db)
  expect(leased?.leads.map(lead => lead.id)).toEqual([ids[0], ids[3], ids[2]])
})

test('what may have arrived is known to the next revision, and an undone edit is sent all the same', async () => {
  const db = aDatabase()
  const draft = aDraft()
  const edited = { ...draft, counter: 2, fields: { ...draft.fields, notes: 'more' } }
  await promoteDrafts(db, [draft])
  const lose = async () => {
    const [row] = await dueRows(db)
    if (row) await putRows(db, [needsYou(tried(row, true), { code: 'forbidden' })])
    await reopenRow(db, draft.id)
  }
  const send = () => promoteRows(db, [draft.id], CONNECTION, freeze)
  const kept = () => readRow(db, draft.id)
  await lose()
  await send()
  expect(await kept()).toMatchObject({ revision: 2, attempts: 0, unclear: true })
  await takeBackRows(db, [draft.id])
  await send()
  expect(await kept()).toMatchObject({ revision: 2, unclear: true })
  const [row] = await dueRows(db)
  if (row) await putRows(db, [onCard(row, undefined)])
  await reopenRow(db, draft.id)
  await saveDraft(db, edited)
  await send()
  expect(await kept()).toMatchObject({ revision: 3, confirmed: { revision: 2 } })
  expect(await kept()).not.toHaveProperty('unclear')
  await lose()
  await saveDraft(db, { ...draft, counter: 3 })
  expect(await send()).toEqual([draft.id])
  expect(await kept()).toMatchObject({ revision: 4, unclear: true, confirmed: { revision: 2 } })
})
