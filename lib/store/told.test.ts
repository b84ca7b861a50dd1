import { expect, test } from 'vitest'
import { aDatabase, CONNECTION, freeze, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { dueRows, leaseDue, putRows } from '../../tests/fakes/queue.ts'
import type { Draft } from '../lead/draft.ts'
import type { Lead } from '../lead/schema.ts'
import type { Database } from './database.ts'
import { deleteDraft, saveDraft } from './drafts.ts'
import { promoteRows, reopenRow, takeBackRows } from './outbox.ts'
import { writeRows } from './standing.ts'
import { noteTold, watchPromoted, watchToTell } from './told.ts'
import { needsYou, onCard, tried } from './transitions.ts'

const TOLD = { on: '2026-11-24', way: 'by-mail' } as const

/** Who is to be told now, as the list shows them first. */
async function toTell(db: Database, limit = 10) {
  const live = watchToTell(db, limit)
  const found = await new Promise<{ people: { id: string; tellBy?: string }[]; hasMore: boolean }>(
    (resolve, reject) => {
      const subscription = live.subscribe(value => {
        resolve(value)
        queueMicrotask(() => subscription.unsubscribe())
      }, reject)
    },
  )
  return { ids: found.people.map(({ id }) => id), by: found.people.map(row => row.tellBy), found }
}

async function arrive(db: Database) {
  const rows = await dueRows(db)
  await putRows(
    db,
    rows.map(row => onCard(row, { id: 'card' })),
  )
}

test('those who were promoted are to be told, the most pressing first', async () => {
  const db = aDatabase()
  const [late, early, sometime, draft, personal] = [
    aDraft({ metOn: '2026-11-20' }),
    aDraft({ metOn: '2026-01-31' }),
    aDraft({ metOn: '' }),
    aDraft(),
    aDraft({ relation: 'personal' }),
  ]
  await saveDraft(db, draft)
  await promoteDrafts(db, [late, early, sometime, personal])
  const { ids, by, found } = await toTell(db)
  expect(ids).toEqual([sometime.id, early.id, late.id])
  expect(by).toEqual(['', '2026-02-28', '2026-12-20'])
  expect(found.hasMore).toBe(false)
  expect((await toTell(db, 2)).found).toMatchObject({ people: [{}, {}], hasMore: true })
})

test('who was told is not in the list, until it turns out that they were not', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  expect(await noteTold(db, draft.id, TOLD)).toBe(true)
  expect((await toTell(db)).ids).toEqual([])
  expect((await db.drafts.get(draft.id))?.told).toEqual(TOLD)
  expect(await noteTold(db, draft.id, undefined)).toBe(true)
  expect((await toTell(db)).by).toEqual(['2026-12-23'])
  expect(await db.drafts.get(draft.id)).not.toHaveProperty('told')
})

test('it is noted of nobody who was not promoted', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await saveDraft(db, draft)
  expect(await noteTold(db, draft.id, TOLD)).toBe(false)
  expect(await noteTold(db, 'nobody', TOLD)).toBe(false)
  expect(await db.drafts.get(draft.id)).not.toHaveProperty('told')
})

test('noting it sends nothing and makes no revision', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  await arrive(db)
  const before = JSON.stringify([await db.settled.toArray(), await db.frozen.toArray()])
  await noteTold(db, draft.id, TOLD)
  expect(JSON.stringify([await db.settled.toArray(), await db.frozen.toArray()])).toBe(before)
  expect(await dueRows(db)).toEqual([])
  expect((await db.drafts.get(draft.id))?.revision).toBe(1)
})

test('who is taken back before anything went out is a draft, of whom nobody is to be told', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  await takeBackRows(db, [draft.id])
  expect((await toTell(db)).ids).toEqual([])
  expect(await db.drafts.get(draft.id)).toMatchObject({ revision: 0 })
})

/** The CRM refuses all that is due. */
async function refuse(db: Database, isUnclear = false) {
  const rows = await dueRows(db)
  const refused = rows.map(row => needsYou(tried(row, isUnclear), { code: 'rejected' }))
  await putRows(db, refused)
}

/** Makes a personal contact of somebody who was written down as a lead. */
const becomePersonal = async (db: Database, draft: Draft) =>
  saveDraft(db, {
    ...{ ...draft, counter: 9, written: { relation: 9 } },
    fields: { ...draft.fields, relation: 'personal' },
  })

test('of whom the CRM refused for certain nobody is to be told, until they are promoted again', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  await refuse(db)
  expect((await toTell(db)).ids).toEqual([draft.id])
  await reopenRow(db, draft.id)
  expect((await toTell(db)).ids).toEqual([])
  expect(await noteTold(db, draft.id, undefined)).toBe(false)
  expect(await noteTold(db, draft.id, TOLD)).toBe(false)
  await promoteRows(db, [draft.id], CONNECTION, freeze)
  expect((await toTell(db)).by).toEqual(['2026-12-23'])
  await takeBackRows(db, [draft.id])
  expect((await toTell(db)).ids).toEqual([])
  expect(await db.drafts.get(draft.id)).toMatchObject({ revision: 1 })
})

test.each([
  ['nobody can tell whether a request arrived', (db: Database) => refuse(db, true)],
  [
    'a part of the card was made',
    async (db: Database) => {
      const [row] = await dueRows(db)
      const { leadId = '', connectionId = '' } = row ?? {}
      await db.remote.put({ leadId, connectionId, done: { contact: '7' } })
      await refuse(db)
    },
  ],
  [
    'an earlier revision is under way',
    async (db: Database) => {
      await leaseDue(db)
      const [row] = await db.outgoing.toArray()
      if (row) await writeRows(db, [needsYou(row, { code: 'other-connection' })])
    },
  ],
])('where %s, they are still to be told', async (_what, happens) => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  await happens(db)
  expect(await reopenRow(db, draft.id)).toBe(true)
  expect((await toTell(db)).ids).toEqual([draft.id])
  expect(await noteTold(db, draft.id, TOLD)).toBe(true)
})

test('who became a personal contact before they were on a card is not in the list', async () => {
  const db = aDatabase()
  const [first, second, third] = [
    aDraft({ metOn: '2026-01-01' }),
    aDraft({ metOn: '2026-01-02' }),
    aDraft({ metOn: '2026-01-03' }),
  ]
  await promoteDrafts(db, [first, second])
  await refuse(db, true)
  for (const draft of [first, second]) {
    await reopenRow(db, draft.id)
    await becomePersonal(db, draft)
  }
  await promoteDrafts(db, [third])
  expect((await toTell(db, 1)).found).toMatchObject({ people: [{ id: third.id }], hasMore: false })

  await arrive(db)
  await reopenRow(db, third.id)
  await becomePersonal(db, third)
  expect((await toTell(db)).ids).toEqual([third.id]) // the card has them still
})

test('what the company has of somebody is what was promoted last, not what is being edited', async () => {
  const db = aDatabase()
  const draft = aDraft()
  const promoted = () =>
    new Promise<Lead | undefined>((resolve, reject) => {
      watchPromoted(db, draft.id).subscribe(resolve, reject)
    })
  await saveDraft(db, draft)
  expect(await promoted()).toBeUndefined()
  await promoteDrafts(db, [draft])
  await arrive(db)
  await reopenRow(db, draft.id)
  await saveDraft(db, { ...draft, counter: 9, fields: { ...draft.fields, notes: 'more' } })
  expect(await promoted()).toMatchObject({ id: draft.id, revision: 1 })
  expect(await promoted()).not.toHaveProperty('note')
})

test('an edit that is taken back leaves the one on the card, who is still to be told', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  await arrive(db)
  await reopenRow(db, draft.id)
  await saveDraft(db, { ...draft, counter: 9, fields: { ...draft.fields, metOn: '2026-11-01' } })
  await promoteRows(db, [draft.id], CONNECTION, freeze)
  expect((await toTell(db)).by).toEqual(['2026-12-01'])
  await takeBackRows(db, [draft.id])
  expect((await toTell(db)).ids).toEqual([draft.id])
})

test('who was told stays told through edits, notes and new promotions', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  await arrive(db)
  await noteTold(db, draft.id, TOLD)
  await reopenRow(db, draft.id)
  await saveDraft(db, { ...draft, counter: 9, fields: { ...draft.fields, notes: 'more' } })
  await promoteRows(db, [draft.id], CONNECTION, freeze)
  expect((await toTell(db)).ids).toEqual([])
  await takeBackRows(db, [draft.id])
  await deleteDraft(db, draft.id)
  expect((await db.drafts.get(draft.id))?.told).toEqual(TOLD)
})

test('every window hears of it', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  const heard: number[] = []
  const empty = new Promise<void>(resolve => {
    watchToTell(db, 5).subscribe(({ people }) => {
      heard.push(people.length)
      if (people.length === 0) resolve()
      else void noteTold(db, draft.id, TOLD)
    })
  })
  await empty
  expect(heard).toEqual([1, 0])
})

test('however many there are, no more is read than is shown, and one', async () => {
  const db = aDatabase()
  const rows = Array.from({ length: 5000 }, (_, order) => ({
    ...{ ...aDraft(), order, tokens: [], revision: order % 2 },
    ...(order % 2 === 1 && { tellBy: `${1000 + order}-01-31` }),
  }))
  await db.drafts.bulkPut(rows)
  let read = 0
  db.drafts.hook('reading', row => {
    read += 1
    return row
  })
  expect((await toTell(db, 3)).by).toEqual(['1001-01-31', '1003-01-31', '1005-01-31'])
  expect(read).toBe(4)
})
