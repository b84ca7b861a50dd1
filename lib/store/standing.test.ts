import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDatabase } from '../../tests/fakes/database.ts'
import { isSettled, packed, unpacked } from './packing.ts'
import type { OutboxRow } from './rows.ts'
import { rangeOf, readRows, removeRows, writeRows } from './standing.ts'

const IDS = ['a', 'b', 'c', 'd', 'e']
const PROBLEM = { code: 'rejected' } as const

type Standing = 'queued' | 'needs-you' | 'on-card' | 'edited' | 'unclear'
const STANDINGS: Standing[] = ['queued', 'needs-you', 'on-card', 'on-card', 'edited', 'unclear']

function aRow(leadId: string, seq: number, standing: Standing, hasUrl = true): OutboxRow {
  const row = { leadId, revision: seq, seq, connectionId: `c${seq % 2}`, attempts: seq % 3 }
  const more = seq % 3 > 0 ? { name: 'Example AS', contact: `contact ${seq}` } : {}
  const url = hasUrl ? { url: `https://crm.example.com/${seq}` } : {}
  const card = { id: `card ${seq}`, ...url, ...more }
  const confirmed = { revision: seq, seq, card }
  if (standing === 'queued') return { ...row, phase: standing, dueAt: seq }
  if (standing === 'needs-you') return { ...row, phase: standing, problem: PROBLEM, stuck: 1 }
  if (standing === 'edited') return { ...row, phase: 'on-card', confirmed, edited: true }
  if (standing === 'unclear') return { ...row, phase: 'on-card', confirmed, unclear: true }
  return { ...row, phase: 'on-card', confirmed }
}

const deeds = fc.array(
  fc.record({
    what: fc.constantFrom('write', 'write', 'write', 'remove'),
    which: fc.subarray(IDS, { minLength: 1 }),
    standing: fc.constantFrom(...STANDINGS),
    isNew: fc.boolean(),
  }),
)

test('whatever is written and removed, each lead stands where it was put last', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async deeds => {
      const db = aDatabase()
      const model = new Map<string, OutboxRow>()
      let last = 0
      for (const { what, which, standing, isNew } of deeds) {
        const there = which.flatMap(id => model.get(id) ?? [])
        if (what === 'remove') {
          await removeRows(db, there)
          for (const { leadId } of there) model.delete(leadId)
          continue
        }
        const rows = which.map(id => {
          const seq = isNew ? undefined : model.get(id)?.seq
          last += 1
          return aRow(id, seq ?? last, standing, last % 4 > 0)
        })
        const left = isNew ? there.map(({ seq }) => seq) : []
        await writeRows(db, rows, left)
        for (const row of rows) model.set(row.leadId, row)
      }
      expect(await readRows(db, IDS)).toEqual(IDS.map(id => model.get(id)))
      // A row of its own has only who is not simply on the card.
      const others = [...model.values()].filter(row => !isSettled(row))
      expect(await db.outgoing.count()).toBe(others.length)
      await db.delete()
    }),
    { numRuns: 60 },
  )
})

test('two rows of one lead are refused, and nothing of that is written', async () => {
  const db = aDatabase()
  await writeRows(db, [aRow('a', 1, 'queued')])
  await expect(writeRows(db, [aRow('a', 2, 'queued')])).rejects.toThrow()
  expect(await readRows(db, ['a'])).toEqual([aRow('a', 1, 'queued')])
})

test('what is packed comes out as it went in', () => {
  const rows = [1, 2, 3, 4].map(seq => aRow(`lead ${seq}`, seq, 'on-card', seq > 1))
  const settled = packed(rows.filter(isSettled))
  expect(settled.map(row => row.connectionId)).toEqual(['c1', 'c0'])
  const out = settled.flatMap(row => row.leadIds.map((_, index) => unpacked(row, index)))
  expect(out.sort((one, other) => one.seq - other.seq)).toEqual(rows)
})

test.each<[string, number[], ReturnType<typeof rangeOf>]>([
  ['one', [7], [7, 7]],
  ['those that follow on each other', [3, 4, 5], [3, 5]],
  ['a gap', [3, 5], undefined],
  ['another order', [4, 3], undefined],
])('the range of %s', (_, seqs, range) => expect(rangeOf(seqs)).toEqual(range))
