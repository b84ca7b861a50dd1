import { expect, test } from 'vitest'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { withField } from '../lead/draft.ts'
import { saveDraft } from './drafts.ts'
import { moveFollowUp } from './reminders.ts'
import { beginTelling, endTelling } from './telling.ts'

/** People with a day each; their ids in that order. */
async function people(...days: string[]) {
  const db = aDatabase()
  const drafts = days.map(followUp => aDraft({ followUp }))
  for (const draft of drafts) await saveDraft(db, draft)
  return { db, drafts, ids: drafts.map(({ id }) => id) }
}

test('whose day it is or was a short while ago is told of once', async () => {
  const { db, ids } = await people('2026-11-20', '2026-11-24', '2026-12-01', '2026-12-02')
  expect(await beginTelling(db, '2026-11-24', '2026-12-01')).toEqual([ids[1], ids[2]])
  await endTelling(db)
  expect(await beginTelling(db, '2026-11-24', '2026-12-01')).toEqual([])
  expect(await beginTelling(db, '2026-11-24', '2026-12-02')).toEqual([ids[3]])
})

test('whom a dying worker did not surely tell of is told of by the next one', async () => {
  const { db, ids } = await people('2026-12-01', '2026-12-02')
  await beginTelling(db, '2026-12-01', '2026-12-01')
  expect(await beginTelling(db, '2026-12-01', '2026-12-02')).toEqual([ids[0], ids[1]])
  await endTelling(db)
  expect(await beginTelling(db, '2026-12-01', '2026-12-02')).toEqual([])
})

test('of whom a dying worker did not tell is told on their day also when the clock is set back', async () => {
  const { db, ids } = await people('2026-12-01')
  await beginTelling(db, '2026-12-01', '2026-12-01')
  expect(await beginTelling(db, '2026-11-24', '2026-11-30')).toEqual([])
  expect(await beginTelling(db, '2026-12-01', '2026-12-01')).toEqual(ids)
})

test('who is done or put off meanwhile is not told of', async () => {
  const { db, ids } = await people('2026-12-01', '2026-12-01', '2026-12-01')
  await beginTelling(db, '2026-12-01', '2026-12-01')
  await moveFollowUp(db, ids[0] ?? '', '')
  await moveFollowUp(db, ids[1] ?? '', '2026-12-02')
  expect(await beginTelling(db, '2026-12-01', '2026-12-01')).toEqual([ids[2]])
})

test('on another day they are told of again, and for a letter in the notes they are not', async () => {
  const { db, drafts, ids } = await people('2026-12-01', '2026-12-01')
  await beginTelling(db, '2026-12-01', '2026-12-01')
  await endTelling(db)
  for (const draft of drafts) await saveDraft(db, withField(draft, 'notes', 'Called'))
  expect(await beginTelling(db, '2026-12-01', '2026-12-01')).toEqual([])
  await moveFollowUp(db, ids[0] ?? '', '2026-12-02')
  expect(await beginTelling(db, '2026-12-02', '2026-12-02')).toEqual([ids[0]])
})
