import { expect, test } from 'vitest'
import { aDatabase, CONNECTION, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft, anId } from '../../tests/fakes/drafts.ts'
import { aSession } from '../../tests/fakes/session.ts'
import { type Answer, DoorError } from '../crm/http.ts'
import { openConnector } from '../crm/open/connector.ts'
import type { Lead } from '../lead/schema.ts'
import type { Database } from '../store/database.ts'
import { getMeta, putMeta } from '../store/meta.ts'
import { requeueRows, takeBackRows } from '../store/outbox.ts'
import { type RunDeps, run } from './run.ts'

const START = 1_800_000_000_000

/** A worker over a database, a clock that is moved by hand, and a CRM that answers as it is told. */
function aWorker(db: Database, crm: (leads: Lead[]) => Partial<Answer> | Error) {
  const clock = { now: START }
  const { session, asked } = aSession(({ body }) => crm((body as { leads: Lead[] }).leads))
  const deps: RunDeps = {
    ...{ db, now: () => clock.now, random: () => 0.5, newId: anId },
    line: async () => ({ connectionId: CONNECTION, connector: openConnector, session }),
  }
  const sent = () => asked.map(({ body }) => (body as { leads: Lead[] }).leads.map(lead => lead.id))
  return { clock, deps, sent }
}

const allGood = (leads: Lead[]) => ({
  json: { results: leads.map(({ id }) => ({ id, status: 'created', card: cardOf(id) })) },
})
const cardOf = (id: string) => ({ id, url: `https://crm.example.com/cards/${id}` })
const phases = async (db: Database) => (await db.outbox.toArray()).map(row => row.phase)
const many = (count: number) => Array.from({ length: count }, () => aDraft())

test('whoever was promoted is sent in batches, in order, and is on the card', async () => {
  const db = aDatabase()
  const ids = await promoteDrafts(db, many(230))
  const { deps, sent } = aWorker(db, allGood)
  expect(await run(deps)).toEqual({ more: false, wakeAt: undefined })
  expect(sent().map(batch => batch.length)).toEqual([100, 100, 30])
  expect(sent().flat()).toEqual(ids)
  expect(new Set(await phases(db))).toEqual(new Set(['on-card']))
})

test('who was not promoted is not sent', async () => {
  const db = aDatabase()
  await promoteDrafts(db, [aDraft({ relation: 'personal' })])
  const { deps, sent } = aWorker(db, allGood)
  expect(await run(deps)).toEqual({ more: false, wakeAt: undefined })
  expect(sent()).toEqual([])
})

test('what is sent is what was frozen, whatever happens to the draft meanwhile', async () => {
  const db = aDatabase()
  const draft = aDraft({ notes: 'as promoted' })
  await promoteDrafts(db, [draft])
  await db.drafts.update(draft.id, { fields: { ...draft.fields, notes: 'later' } })
  let body: Lead[] = []
  const { deps } = aWorker(db, leads => {
    body = leads
    return allGood(leads)
  })
  await run(deps)
  expect(body).toEqual([
    {
      id: draft.id,
      revision: 1,
      person: { name: 'Sample Person', emails: [], phones: [] },
      company: { name: 'Example AS' },
      meeting: { on: '2026-11-23' },
      relation: 'prospect',
      note: 'as promoted',
      tags: [],
      activities: [],
    },
  ])
})

test('a lease is on disk before the request begins', async () => {
  const db = aDatabase()
  await promoteDrafts(db, [aDraft()])
  let during: unknown
  const { deps } = aWorker(db, allGood)
  const line = await deps.line()
  if (!line) throw new Error('no line')
  const watching = {
    ...line.session,
    ask: async (ask: Parameters<typeof line.session.ask>[0]) => {
      during = (await db.outbox.toArray())[0]
      return line.session.ask(ask)
    },
  }
  await run({ ...deps, line: async () => ({ ...line, session: watching }) })
  expect(during).toMatchObject({ phase: 'sending', attempts: 1 })
})

test('a CRM that cannot be reached is tried again, with the same key', async () => {
  const db = aDatabase()
  const [id] = await promoteDrafts(db, [aDraft()])
  let isUp = false
  const { clock, deps, sent } = aWorker(db, leads =>
    isUp ? allGood(leads) : new DoorError('unreachable'),
  )
  const ended = await run(deps)
  expect(ended).toEqual({ more: false, wakeAt: START + 16_000 })
  expect(await db.outbox.get(id ?? '')).toMatchObject({
    phase: 'queued',
    problem: { code: 'unreachable' },
  })
  clock.now = START + 15_999
  await run(deps)
  expect(sent()).toHaveLength(1)
  clock.now = START + 16_000
  isUp = true
  await run(deps)
  expect(sent()).toEqual([[id], [id]])
  expect(await phases(db)).toEqual(['on-card'])
})

test('a worker that was killed in mid-request leaves nothing behind that is not found again', async () => {
  const db = aDatabase()
  await promoteDrafts(db, [aDraft()])
  const killed = aWorker(db, () => new Error('killed'))
  await expect(run(killed.deps)).rejects.toThrow('killed')
  expect(await phases(db)).toEqual(['sending'])
  const next = aWorker(db, allGood)
  expect(await run(next.deps)).toEqual({ more: false, wakeAt: START + 30_000 })
  next.clock.now = START + 30_000
  await run(next.deps)
  expect(await phases(db)).toEqual(['on-card'])
})

test('a rejected token stops the queue after one request, and all leads say why', async () => {
  const db = aDatabase()
  await promoteDrafts(db, many(150))
  const { deps, sent } = aWorker(db, () => ({ status: 401 }))
  expect(await run(deps)).toEqual({ more: false, wakeAt: undefined })
  expect(sent()).toHaveLength(1)
  expect(new Set(await phases(db))).toEqual(new Set(['needs-you']))
  const fixed = aWorker(db, allGood)
  await requeueRows(db, CONNECTION)
  await run(fixed.deps)
  expect(new Set(await phases(db))).toEqual(new Set(['on-card']))
})

test('a changed CRM gets nothing that was promoted to another one', async () => {
  const db = aDatabase()
  await promoteDrafts(db, [aDraft()], 'the earlier CRM')
  const { deps, sent } = aWorker(db, allGood)
  await run(deps)
  expect(sent()).toEqual([])
  expect(await db.outbox.toArray()).toMatchObject([
    { phase: 'needs-you', problem: { code: 'other-connection' } },
  ])
})

test('a paused queue sends nothing', async () => {
  const db = aDatabase()
  await promoteDrafts(db, [aDraft()])
  await putMeta(db, 'paused', { since: START })
  const { deps, sent } = aWorker(db, allGood)
  expect(await run(deps)).toEqual({ more: false, wakeAt: undefined })
  expect(sent()).toEqual([])
})

test('what was taken back is not sent', async () => {
  const db = aDatabase()
  const ids = await promoteDrafts(db, many(2))
  await takeBackRows(db, ids.slice(0, 1))
  const { deps, sent } = aWorker(db, allGood)
  await run(deps)
  expect(sent()).toEqual([ids.slice(1)])
})

test('no request begins after the budget of a wake-up, and the rest is left for the next', async () => {
  const db = aDatabase()
  await promoteDrafts(db, many(300))
  const { clock, deps, sent } = aWorker(db, leads => {
    clock.now += 7000
    return allGood(leads)
  })
  expect(await run(deps)).toEqual({ more: true })
  expect(sent()).toHaveLength(2)
  expect(await run(deps)).toEqual({ more: false, wakeAt: undefined })
  expect(sent().flat()).toHaveLength(300)
})

test('a success after failures lifts the hold', async () => {
  const db = aDatabase()
  await promoteDrafts(db, [aDraft()])
  await putMeta(db, 'hold', { until: START - 1, failures: 4, problem: { code: 'busy' } })
  await run(aWorker(db, allGood).deps)
  expect(await getMeta(db, 'hold')).toBeUndefined()
})
