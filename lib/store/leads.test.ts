import 'fake-indexeddb/auto'
import { Dexie, type Observable } from 'dexie'
import { expect, test } from 'vitest'
import { aDatabase, CONNECTION, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { Database } from './database.ts'
import { saveDraft } from './drafts.ts'
import { failureOf } from './failure.ts'
import { stateOf, watchQueue, watchState } from './leads.ts'
import { findIds, watchLeads } from './list.ts'
import type { OutboxRow } from './rows.ts'
import { CODE_VERSION } from './versions.ts'

const first = <T>(of: Observable<T>) =>
  new Promise<T>((resolve, reject) => {
    const subscription = of.subscribe(value => {
      resolve(value)
      subscription.unsubscribe()
    }, reject)
  })

const base = { leadId: 'x', revision: 1, connectionId: CONNECTION, seq: 1, attempts: 0 }
const busy = { code: 'busy' } as const

test.each<[string, OutboxRow | undefined, object]>([
  ['nothing in the outbox', undefined, { is: 'draft' }],
  ['just promoted', { ...base, phase: 'queued', dueAt: 0 }, { is: 'waiting', canTakeBack: true }],
  [
    'tried and waiting',
    { ...base, attempts: 1, phase: 'queued', dueAt: 9, problem: busy },
    { is: 'waiting', until: 9, problem: busy, canTakeBack: false },
  ],
  [
    'in need of somebody',
    { ...base, attempts: 1, phase: 'needs-you', problem: busy, stuck: 1 },
    { is: 'needs-you', problem: busy, canTakeBack: false },
  ],
  [
    'arrived',
    { ...base, phase: 'on-card', confirmed: { revision: 1, seq: 1, card: { id: '7' } } },
    { is: 'on-card', card: { id: '7' } },
  ],
  [
    'edited after it arrived',
    { ...base, phase: 'on-card', edited: true, confirmed: { revision: 1, seq: 1 } },
    { is: 'draft' },
  ],
])('%s is shown as what it is', (_, row, state) =>
  expect(stateOf(row, { hold: undefined, leased: new Set() })).toEqual(state),
)

test('a lead in a request is under way', () => {
  const row = { ...base, phase: 'queued', dueAt: 0 } as const
  expect(stateOf(row, { hold: undefined, leased: new Set(['x']) })).toEqual({ is: 'sending' })
})

test('while the CRM is held, waiting leads say until when and why', () => {
  const hold = { until: 50, failures: 1, since: 0, problem: busy }
  expect(stateOf({ ...base, phase: 'queued', dueAt: 0 }, { hold, leased: new Set() })).toEqual({
    is: 'waiting',
    until: 50,
    problem: busy,
    canTakeBack: true,
  })
})

test('the newest come first, and there are more behind the limit', async () => {
  const db = aDatabase()
  const drafts = [aDraft(), aDraft(), aDraft()]
  for (const draft of drafts) await saveDraft(db, draft)
  const found = await first(watchLeads(db, '', 2))
  expect(found.items.map(({ row }) => row.id)).toEqual([drafts[2]?.id, drafts[1]?.id])
  expect(found.hasMore).toBe(true)
})

test.each([
  ['sam', 2],
  ['SAMPLE per', 1],
  ['per sam', 1],
  ['sorby', 1],
  ['sørby', 1],
  ['ase', 1],
  ['example.com', 1],
  ['nobody', 0],
  ['amp', 0],
])('a search for %j finds %i', async (search, count) => {
  const db = aDatabase()
  await saveDraft(db, aDraft({ name: 'Sample Person', company: 'Example AS' }))
  await saveDraft(db, aDraft({ name: 'Åse Sørby', company: 'Samples AS', email: 'a@example.com' }))
  const byWord = search === 'example.com' ? 'example com' : search
  expect(await findIds(db, byWord)).toHaveLength(count)
})

test('the queue tells how many are on their way', async () => {
  const db = aDatabase()
  await promoteDrafts(db, [aDraft(), aDraft()])
  expect(await first(watchQueue(db))).toEqual({
    open: 2,
    total: 2,
    needsYou: 0,
    paused: false,
    hold: undefined,
  })
})

test.each([
  ['the list', (db: Database) => watchLeads(db, '', 10)],
  ['the queue', watchQueue],
  ['a form', (db: Database) => watchState(db, 'x')],
])('%s hears that the database is of a newer version', async (_, watch) => {
  const newer = new Dexie('newer')
  newer.version(CODE_VERSION + 1).stores({ drafts: 'id' })
  await newer.open()
  newer.close()
  const why = await first<unknown>(watch(new Database('newer'))).catch(failureOf)
  expect(why).toBe('newer-database')
})
