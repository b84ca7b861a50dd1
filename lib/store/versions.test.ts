import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { aLead } from '../../tests/fakes/leads.ts'
import { outboxOf } from '../../tests/fakes/queue.ts'
import { Database } from './database.ts'
import { failureOf } from './failure.ts'
import { readLeases } from './leases.ts'
import { CODE_VERSION, declareVersions } from './versions.ts'

/** A database as the first version left it, with a lead in every phase that it knew. */
async function aFirstDatabase(name: string) {
  const old = new Dexie(name)
  old.version(1).stores({
    drafts: 'id, order, *tokens',
    outbox: 'leadId, phase, [phase+dueAt+seq], seq',
    promoted: '[leadId+revision]',
    meta: 'key',
  })
  const phases = [
    { phase: 'queued', dueAt: 0 },
    { phase: 'queued', dueAt: 77, problem: { code: 'busy' } },
    { phase: 'sending', lease: { owner: 'worker', until: 5 } },
    { phase: 'needs-you', problem: { code: 'rejected', detail: 'No' } },
    { phase: 'on-card', card: { id: '7', url: 'https://crm.example.com/cards/7' } },
    { phase: 'on-card' },
  ]
  const leads = phases.map(() => aLead({ revision: 2 }))
  const rows = phases.map((phase, index) => {
    const { id: leadId = '' } = leads[index] ?? {}
    return { leadId, revision: 2, connectionId: 'c', seq: 10 + index, attempts: index, ...phase }
  })
  await old.table('outbox').bulkPut(rows)
  await old
    .table('promoted')
    .bulkPut([
      ...leads.map(lead => ({ leadId: lead.id, revision: 2, lead })),
      ...leads.map(lead => ({ leadId: lead.id, revision: 1, lead: { ...lead, revision: 1 } })),
    ])
  const draft = { id: leads[0]?.id, counter: 3, fields: { name: 'Sample Person' }, tokens: [] }
  await old.table('drafts').put({ ...draft, order: 1, revision: 2 })
  await old.table('meta').bulkPut([
    { key: 'hold', value: { until: 9, failures: 1, problem: { code: 'busy' } } },
    { key: 'paused', value: { since: 4 } },
  ])
  old.close()
  return { leads, rows }
}

test('the first database becomes today’s: every lead stays, where it stood, with its frozen form', async () => {
  const { leads, rows } = await aFirstDatabase('first')
  const db = new Database('first')
  const after = await outboxOf(db)
  const phaseOf = new Map(after.map(({ leadId, ...row }) => [leadId, row]))
  const key = (index: number) => {
    const { revision = 0, connectionId, seq, attempts } = rows[index] ?? {}
    return { revision, connectionId, seq, attempts }
  }
  expect(leads.map(lead => phaseOf.get(lead.id))).toEqual([
    { ...key(0), phase: 'queued', dueAt: 0 },
    { ...key(1), phase: 'queued', dueAt: 77, problem: { code: 'busy' } },
    { ...key(2), phase: 'queued', dueAt: 0, unclear: true },
    { ...key(3), phase: 'needs-you', problem: { code: 'rejected', detail: 'No' }, stuck: 1 },
    {
      ...key(4),
      phase: 'on-card',
      confirmed: {
        ...{ revision: 2, seq: 14 },
        card: { id: '7', url: 'https://crm.example.com/cards/7' },
      },
    },
    { ...key(5), phase: 'on-card', confirmed: { revision: 2, seq: 15 } },
  ])
  expect(await db.frozen.toArray()).toEqual(
    leads.map((lead, index) => ({ seq: 10 + index, leadId: lead.id, revision: 2, lead })),
  )
  expect(await db.drafts.toArray()).toMatchObject([{ fields: { name: 'Sample Person' } }])
  expect(await db.meta.toArray()).toEqual([{ key: 'paused', value: { since: 4 } }])
})

test('the outbox as it was stays beside it', async () => {
  const { rows } = await aFirstDatabase('copied')
  const db = new Database('copied')
  const copies = await db.table('copies').where(':id').between([1], [2]).toArray()
  const byLead = (one: { leadId: string }, other: { leadId: string }) =>
    one.leadId < other.leadId ? -1 : 1
  expect(copies.map(({ row }) => row)).toEqual(rows.toSorted(byLead))
})

const LEASE = {
  ...{ id: 'a request', owner: 'a worker', until: 5 },
  leads: [
    { leadId: 'lead-0001', revision: 2, seq: 1 },
    { leadId: 'lead-0009', revision: 3, seq: 9 },
  ],
}

/** A database as the third version left it: one row for each lead, wherever it stands. */
async function aThirdDatabase(name: string) {
  const old = new Dexie(name)
  old.version(3).stores({
    ...{ drafts: 'id, order, *tokens', meta: 'key', frozen: 'seq, leadId', leases: 'id' },
    ...{ outbox: 'leadId, [dueAt+seq], stuck', remote: '[connectionId+leadId]' },
    copies: '[version+leadId]',
  })
  const card = { id: '7', url: 'https://crm.example.com/cards/7' }
  const aRow = (seq: number, rest: object) => ({
    ...{ leadId: `lead-${String(seq).padStart(4, '0')}`, revision: 2, connectionId: 'c', seq },
    ...{ attempts: seq % 3, ...rest },
  })
  const confirmed = (seq: number) => ({ revision: 2, seq, card })
  const rows = [
    aRow(1, { phase: 'queued', dueAt: 7, unclear: true, confirmed: { revision: 1, seq: 0 } }),
    aRow(2, { phase: 'needs-you', problem: { code: 'rejected' }, stuck: 1 }),
    aRow(3, { phase: 'on-card', confirmed: confirmed(3), edited: true }),
    aRow(4, { phase: 'on-card', confirmed: { revision: 2, seq: 4 } }),
    aRow(5, { phase: 'on-card', confirmed: confirmed(5), connectionId: 'another' }),
    aRow(6, { phase: 'on-card', confirmed: { revision: 2, seq: 6, card: { id: '8' } } }),
    ...Array.from({ length: 1200 }, (_, n) =>
      aRow(10 + n, { phase: 'on-card', confirmed: confirmed(10 + n) }),
    ),
  ]
  await old.table('outbox').bulkPut(rows)
  await old.table('leases').put(LEASE)
  old.close()
  return rows
}

test('the third database becomes today’s: each lead stands where it stood, and a copy says so', async () => {
  const rows = await aThirdDatabase('third')
  const db = new Database('third')
  expect(await outboxOf(db)).toEqual(rows)
  expect((await db.outgoing.toArray()).map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(await readLeases(db)).toEqual([LEASE])
  const copies = await db.table('copies').toArray()
  expect(copies.map(({ version, row }) => [version, row])).toEqual(rows.map(row => [3, row]))
})

test('in the fifth database whoever is promoted is to be told, and stays as they were', async () => {
  const old = new Dexie('fifth')
  old.version(5).stores({
    ...{ drafts: 'id, order, *tokens', meta: 'key', frozen: 'seq, leadId', leases: 'id' },
    ...{ outgoing: 'seq, &leadId, [dueAt+seq], stuck', settled: '++id, *leadIds' },
    ...{ remote: '[connectionId+leadId]', copies: '[version+leadId]' },
    known: 'id, order, *keys, [firm+order]',
  })
  const aRow = (order: number, revision: number, metOn?: string) => ({
    ...{ id: `lead-${String(order).padStart(4, '0')}`, order, revision, counter: 1, tokens: [] },
    fields: { name: 'Sample Person', ...(metOn !== undefined && { metOn }) },
  })
  const rows = [
    aRow(1, 0, '2026-01-01'),
    aRow(2, 1, '2026-01-31'),
    aRow(3, 2, ''),
    aRow(4, 1),
    aRow(5, 1, '2026-01-01'), // a draft again: it has a number, and no place in the outbox
    ...Array.from({ length: 1200 }, (_, n) => aRow(10 + n, n % 2, '2026-05-04')),
  ]
  await old.table('drafts').bulkPut(rows)
  const promoted = rows.filter(({ revision, order }) => revision > 0 && order !== 5)
  const [first, second, ...others] = promoted.map(({ id }) => id)
  await old.table('outgoing').bulkPut([
    { seq: 1, leadId: first, phase: 'queued', dueAt: 0 },
    { seq: 2, leadId: second, phase: 'needs-you', stuck: 1 },
  ])
  await old.table('settled').bulkAdd([
    { leadIds: others.slice(0, 100) },
    { leadIds: others.slice(100) },
    { leadIds: others.slice(0, 1) }, // their next revision
  ])
  old.close()
  const db = new Database('fifth')
  const by = ['2026-02-28', '', '']
  const expected = rows.map((row, index) =>
    promoted.includes(row) ? { ...row, tellBy: by[index - 1] ?? '2026-06-04' } : row,
  )
  expect(await db.drafts.toArray()).toEqual(expected)
  expect(await db.drafts.orderBy('tellBy').count()).toBe(603)
})

test('the sixth database becomes today’s: whoever has a day for it is to be followed up', async () => {
  const old = new Dexie('sixth')
  old.version(6).stores({
    drafts: 'id, order, *tokens, tellBy',
    known: 'id, order, *keys, [firm+order]',
  })
  const aRow = (index: number, followUp: string) => ({
    ...{ id: `lead-${String(index).padStart(4, '0')}`, counter: 1, order: index, revision: 0 },
    ...{ fields: { name: 'Sample Person', followUp }, tokens: ['sample'] },
  })
  const dayOf = (index: number) => (index % 3 === 0 ? '2026-12-01' : '')
  const rows = Array.from({ length: 1300 }, (_, index) => aRow(index, dayOf(index)))
  await old.table('drafts').bulkPut([...rows, aRow(2000, 'next week')])
  old.close()
  const db = new Database('sixth')
  const people = await db.reminders.toArray()
  expect(people).toEqual(
    rows
      .filter(({ order }) => order % 3 === 0)
      .map(({ id }) => ({ id, on: '2026-12-01', due: '2026-12-01' })),
  )
  expect(await db.drafts.toArray()).toEqual([...rows, aRow(2000, 'next week')])
})

test('a step that fails half-way leaves the earlier database as it was', async () => {
  const { rows } = await aFirstDatabase('failing')
  const failing = new Dexie('failing')
  declareVersions(failing)
  failing.version(CODE_VERSION + 1).upgrade(() => {
    throw new Error('power cut')
  })
  await expect(failing.open()).rejects.toThrow('power cut')
  failing.close()
  const old = new Dexie('failing')
  await old.open()
  expect(old.verno).toBe(1)
  expect(await old.table('outbox').count()).toBe(rows.length)
  old.close()
})

test('code of the first version refuses what today’s has written', async () => {
  const db = new Database('downgraded')
  await db.open()
  db.close()
  const open = indexedDB.open('downgraded', 10)
  const refusal = await new Promise<unknown>(resolve => {
    open.onerror = () => resolve(open.error)
  })
  expect(failureOf(refusal)).toBe('newer-database')
})
