import { expect, test, vi } from 'vitest'
import { aDatabase, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { dueRows, outboxOf, putRows } from '../../tests/fakes/queue.ts'
import { withField } from '../lead/draft.ts'
import type { Database } from './database.ts'
import { deleteDraft, draftOf, saveDraft } from './drafts.ts'
import { reopenRow } from './outbox.ts'
import { moveFollowUp, watchFollowUps } from './reminders.ts'
import { onCard } from './transitions.ts'

const TODAY = '2026-12-01'

/** Who stands under each heading now, with the day and where they stand. */
function listed(db: Database, limit = 10): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const live = watchFollowUps(db, TODAY, limit).subscribe(({ overdue, today, coming }) => {
      const short = ({ items, hasMore }: typeof today) => [
        ...items.map(({ row, on, state }) => `${row.fields.name} ${on} ${state.is}`),
        ...(hasMore ? ['and more'] : []),
      ]
      resolve([overdue, today, coming].map(short))
      live.unsubscribe()
    }, reject)
  })
}

const person = (name: string, followUp: string) => aDraft({ name, followUp })

/** Somebody who is on the card and to be followed up today. */
async function onACard() {
  const db = aDatabase()
  const [id = ''] = await promoteDrafts(db, [person('On Card', TODAY)])
  const [row] = await dueRows(db)
  if (row) await putRows(db, [onCard(row, { id: '7' })])
  return { db, id }
}

test('people stand under overdue, today and coming, the nearest day first', async () => {
  const db = aDatabase()
  for (const draft of [
    ...[person('Long Ago', '2026-01-31'), person('Late', '2026-11-30'), person('Now', TODAY)],
    ...[person('Far', '2027-01-01'), person('Soon', '2026-12-02'), person('Never', '')],
  ])
    await saveDraft(db, draft)
  await promoteDrafts(db, [person('Promoted', TODAY)])
  expect(await listed(db)).toEqual([
    ['Late 2026-11-30 draft', 'Long Ago 2026-01-31 draft'],
    ['Promoted 2026-12-01 waiting', 'Now 2026-12-01 draft'],
    ['Soon 2026-12-02 draft', 'Far 2027-01-01 draft'],
  ])
  expect((await listed(db, 1))[2]).toEqual(['Soon 2026-12-02 draft', 'and more'])
})

test('what is done or put off for somebody on the card changes nothing of theirs, and sends nothing', async () => {
  const { db, id } = await onACard()
  const before = [await outboxOf(db), await db.frozen.toArray()]
  const { fields, counter, revision } = (await db.drafts.get(id)) ?? {}
  expect(await moveFollowUp(db, id, '2026-12-04')).toBe(TODAY)
  expect(await listed(db)).toEqual([[], [], ['On Card 2026-12-04 on-card']])
  expect(await moveFollowUp(db, id, '')).toBe('2026-12-04')
  expect(await listed(db)).toEqual([[], [], []])
  expect([await outboxOf(db), await db.frozen.toArray()]).toEqual(before)
  expect(await db.drafts.get(id)).toMatchObject({ fields, counter, revision })
})

test('what is done stays done while somebody edits and discards, and another day counts anew', async () => {
  const { db, id } = await onACard()
  await moveFollowUp(db, id, '')
  await reopenRow(db, id)
  const row = await db.drafts.get(id)
  if (row === undefined) throw new Error('gone')
  const edited = withField(draftOf(row), 'notes', 'Called')
  await saveDraft(db, edited)
  expect(await listed(db)).toEqual([[], [], []])
  await saveDraft(db, withField(edited, 'followUp', '2026-12-09'))
  expect(await listed(db)).toEqual([[], [], ['On Card 2026-12-09 draft']])
  await deleteDraft(db, id)
  expect(await listed(db)).toEqual([[], [], []])
})

test('done is taken back by putting it off to the day that it had', async () => {
  const { db, id } = await onACard()
  const before = (await moveFollowUp(db, id, '')) ?? ''
  await moveFollowUp(db, id, before)
  expect(await listed(db)).toEqual([[], ['On Card 2026-12-01 on-card'], []])
})

test('a day that is erased, or a draft that is discarded, is in no list', async () => {
  const db = aDatabase()
  const [one, other] = [person('One', TODAY), person('Other', TODAY)]
  await saveDraft(db, one)
  await saveDraft(db, other)
  await saveDraft(db, withField(one, 'followUp', ''))
  await deleteDraft(db, other.id)
  expect(await db.reminders.count()).toBe(0)
  expect(await moveFollowUp(db, one.id, '2026-12-04')).toBeUndefined()
  expect(await moveFollowUp(db, other.id, '2026-12-04')).toBeUndefined()
  expect(await db.reminders.count()).toBe(0)
})

test('a letter in the notes writes nothing that the list is made of', async () => {
  const db = aDatabase()
  const draft = person('Sample Person', TODAY)
  await saveDraft(db, draft)
  const put = vi.spyOn(db.reminders, 'put')
  await saveDraft(db, withField(draft, 'notes', 'W'))
  expect(put).not.toHaveBeenCalled()
})
