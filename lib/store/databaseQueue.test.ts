import { expect, test } from 'vitest'
import { aDatabase, CONNECTION, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { queueOf } from './databaseQueue.ts'
import type { Change, Leased, LeaseFacts, Queue } from './queue.ts'
import { requeueRows } from './requeue.ts'
import type { QueuedRow } from './rows.ts'
import { needsYou, onCard, queued } from './transitions.ts'

const WINDOW = { now: 1000, horizon: 2000, limit: 2 }
const drafts = (count: number) => Array.from({ length: count }, () => aDraft())

/** Settles what ended and takes the next two, as the engine does. @returns their places in the order */
async function go(queue: Queue, ended: Leased[], become: (row: QueuedRow) => Change['rows'][0]) {
  const judge = ({ lease, rows }: LeaseFacts): Change => ({
    ...{ rows: rows.map(row => become(row as QueuedRow)), ended: [lease.id] },
  })
  const [due, leased] = await queue.step(
    WINDOW,
    ({ due: rows }) => {
      const lease = { id: crypto.randomUUID(), owner: 'a run', until: 3000, bytes: 1e6, rows }
      return { answer: rows.map(({ seq }) => seq), ...(rows.length > 0 && { lease }) }
    },
    ended.map(({ lease }) => ({ lease, judge })),
  )
  return { due, leased: leased ? [leased] : [] }
}

const sent = (row: QueuedRow) => onCard(row, undefined)
const stuck = (row: QueuedRow) => needsYou(row, { code: 'rejected' })

test('a step takes what is behind the requests that ended with it and those that go on', async () => {
  const db = aDatabase()
  await promoteDrafts(db, drafts(7))
  const queue = queueOf(db)
  const first = await go(queue, [], sent)
  const second = await go(queue, [], sent)
  const third = await go(queue, first.leased, sent)
  expect([first.due, second.due, third.due]).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ])
  const fourth = await go(queue, [...second.leased, ...third.leased], sent)
  expect(fourth.due).toEqual([7])
  expect((await go(queue, fourth.leased, sent)).due).toEqual([])
  expect(await db.outgoing.count()).toBe(0)
})

test('what a request leaves in the queue is due in the same step', async () => {
  const db = aDatabase()
  await promoteDrafts(db, drafts(4))
  const queue = queueOf(db)
  const first = await go(queue, [], sent)
  expect((await go(queue, first.leased, row => queued(row, 0))).due).toEqual([1, 2])
})

test('what a page queued again since the last step comes before what was behind it', async () => {
  const db = aDatabase()
  await promoteDrafts(db, drafts(6))
  const queue = queueOf(db)
  const first = await go(queue, [], sent)
  const second = await go(queue, first.leased, stuck)
  expect(second.due).toEqual([3, 4])
  const [row] = await db.outgoing.where('seq').equals(1).toArray()
  await requeueRows(db, CONNECTION, ({ leadId }) => leadId === row?.leadId)
  expect((await go(queue, second.leased, sent)).due).toEqual([1, 5])
})

test('what waits again of a request that was settled in part is due as soon as that one ends', async () => {
  const db = aDatabase()
  await promoteDrafts(db, drafts(4))
  const queue = queueOf(db)
  const [first] = (await go(queue, [], sent)).leased
  if (first === undefined) throw new Error('nothing was due')
  await queue.settle({
    lease: first.lease,
    judge: ({ lease, rows }) => ({
      rows: rows.slice(0, 1).map(row => queued(row, 900)),
      lease: { ...lease, leads: lease.leads.slice(1) },
    }),
  })
  const second = await go(queue, [], sent)
  expect(second.due).toEqual([3, 4])
  expect((await go(queue, [first, ...second.leased], sent)).due).toEqual([1])
})

test('all is written in one step where one request ended well and another with a problem of all', async () => {
  const db = aDatabase()
  await promoteDrafts(db, drafts(8))
  const queue = queueOf(db)
  const taken = [await go(queue, [], sent), await go(queue, [], sent), await go(queue, [], sent)]
  const [well, badly, wellToo] = taken.flatMap(({ leased }) => leased)
  if (!well || !badly || !wellToo) throw new Error('too little was due')
  const problem = { code: 'token-rejected' } as const
  const judges = [
    ({ lease, rows }: LeaseFacts): Change => ({
      ...{ rows: rows.map(row => onCard(row, undefined)), ended: [lease.id] },
    }),
    ({ lease, rows }: LeaseFacts): Change => ({
      ...{ rows: rows.map(row => needsYou(row, problem)), ended: [lease.id] },
      stop: { connectionId: CONNECTION, problem },
    }),
  ] as const
  await queue.step(WINDOW, () => ({ answer: undefined }), [
    { lease: well.lease, judge: judges[0] },
    { lease: badly.lease, judge: judges[1] },
    { lease: wellToo.lease, judge: judges[0] },
  ])
  const left = (await db.outgoing.toArray()).map(({ seq, phase }) => `${seq} ${phase}`)
  expect(left).toEqual(['3 needs-you', '4 needs-you', '7 needs-you', '8 needs-you'])
  expect(await db.leases.count()).toBe(0)
})
