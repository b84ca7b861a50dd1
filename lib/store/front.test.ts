import { expect, test } from 'vitest'
import { aDatabase, CONNECTION, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { dueRows, leaseDue, outboxOf, putRows } from '../../tests/fakes/queue.ts'
import { getMeta } from './meta.ts'
import { requeueRows } from './requeue.ts'
import { needsYou, onCard } from './transitions.ts'

const seqs = (rows: readonly { seq: number }[]) => rows.map(({ seq }) => seq)
const drafts = (count: number) => Array.from({ length: count }, () => aDraft())

test('the front goes on with what is sent, and comes back to who is tried again', async () => {
  const db = aDatabase()
  await promoteDrafts(db, drafts(6))
  await leaseDue(db, { limit: 2 })
  expect(await getMeta(db, 'front')).toEqual({ seq: 1 })
  const [first, second] = (await outboxOf(db)).sort((one, other) => one.seq - other.seq)
  if (!first || !second) throw new Error('nobody was promoted')
  await putRows(db, [needsYou(first, { code: 'rejected' }), onCard(second, undefined)])
  await leaseDue(db, { limit: 2 })
  expect(await getMeta(db, 'front')).toEqual({ seq: 3 })
  await requeueRows(db, CONNECTION)
  expect(await getMeta(db, 'front')).toEqual({ seq: 1 })
  expect(seqs(await dueRows(db))).toEqual([1, 5, 6])
})

test('who lies before the front all the same is found before anybody rests', async () => {
  const db = aDatabase()
  await promoteDrafts(db, drafts(2))
  await db.meta.put({ key: 'front', value: { seq: 99 } })
  expect(seqs(await dueRows(db))).toEqual([1, 2])
})
