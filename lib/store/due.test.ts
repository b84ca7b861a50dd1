import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDatabase, CONNECTION } from '../../tests/fakes/database.ts'
import { piecesWithout, readDue, readLeased } from './due.ts'
import type { LeaseRow, QueuedRow } from './rows.ts'
import { needsYou } from './transitions.ts'

const NOW = 1000
const HORIZON = 2000
const ALL = Number.POSITIVE_INFINITY

const aRow = (seq: number, dueAt = 0): QueuedRow => ({
  ...{ leadId: `lead-${seq}`, revision: 1, connectionId: CONNECTION, seq, attempts: 0 },
  ...{ phase: 'queued', dueAt },
})

const aLease = (rows: readonly QueuedRow[]): LeaseRow => ({
  ...{ id: 'a lease', owner: 'a run', until: NOW },
  leads: rows.map(({ leadId, revision, seq }) => ({ leadId, revision, seq })),
})

test.each<[string, number[], [number, number][]]>([
  ['nothing', [], [[0, ALL]]],
  [
    'the first ones',
    [1, 2, 3],
    [
      [0, 0],
      [4, ALL],
    ],
  ],
  [
    'two requests, in any order',
    [7, 8, 1, 2],
    [
      [0, 0],
      [3, 6],
      [9, ALL],
    ],
  ],
  ['leads all over', Array.from({ length: 40 }, (_, n) => 2 * n), [[0, ALL]]],
])('around %s', (_, seqs, pieces) => expect(piecesWithout(seqs)).toEqual(pieces))

const rowsOfAQueue = fc
  .array(fc.record({ dueAt: fc.constantFrom(0, 0, 0, 500, 999, 1500, 3000), taken: fc.boolean() }))
  .map(rows => rows.map(({ dueAt, taken }, n) => ({ row: aRow(n + 1, dueAt), taken })))

test('whatever is in requests, what is due and free comes in order', async () => {
  const db = aDatabase()
  await fc.assert(
    fc.asyncProperty(rowsOfAQueue, fc.integer({ min: 1, max: 8 }), async (rows, limit) => {
      await db.outgoing.clear()
      await db.outgoing.bulkPut(rows.map(({ row }) => row))
      const lease = aLease(rows.filter(({ taken }) => taken).map(({ row }) => row))
      const due = rows
        .filter(({ row, taken }) => !taken && (row.dueAt <= NOW || row.dueAt > HORIZON))
        .map(({ row }) => row)
        .sort((a, b) => a.dueAt - b.dueAt || a.seq - b.seq)
      const window = { now: NOW, horizon: HORIZON, limit }
      expect(await readDue(db, window, [lease])).toEqual(due.slice(0, limit))
    }),
  )
})

test('leads in a request are found as they are now, and those that are gone are not', async () => {
  const db = aDatabase()
  const rows = [1, 2, 3, 4].map(seq => aRow(seq)) as [QueuedRow, QueuedRow, QueuedRow, QueuedRow]
  const [first, second, third, fourth] = rows
  const edited = { ...second, seq: 9, revision: 2 }
  const stuck = needsYou(third, { code: 'rejected' })
  await db.outgoing.bulkPut([fourth, stuck, edited])
  expect(await readLeased(db, aLease([first, second, third, fourth]))).toEqual([
    edited,
    stuck,
    fourth,
  ])
  expect(await readLeased(db, aLease([fourth, second]))).toEqual([fourth, edited])
})
