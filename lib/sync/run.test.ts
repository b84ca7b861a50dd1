import { expect, test, vi } from 'vitest'
import { aDatabase, CONNECTION, freeze, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft, anId } from '../../tests/fakes/drafts.ts'
import { outboxOf } from '../../tests/fakes/queue.ts'
import { aSession } from '../../tests/fakes/session.ts'
import type { Connector, Item, Session } from '../crm/connector.ts'
import { type Answer, DoorError } from '../crm/http.ts'
import { openConnector } from '../crm/open/connector.ts'
import type { Lead } from '../lead/schema.ts'
import type { Database } from '../store/database.ts'
import { queueOf } from '../store/databaseQueue.ts'
import { saveDraft } from '../store/drafts.ts'
import { readLeases } from '../store/leases.ts'
import { getMeta, putMeta } from '../store/meta.ts'
import { promoteRows, reopenRow, takeBackRows } from '../store/outbox.ts'
import { requeueRows } from '../store/requeue.ts'
import { readRow } from '../store/standing.ts'
import { type RunDeps, run } from './run.ts'

const START = 1_800_000_000_000

/** With few leads in a request, so that few make several. */
const connector = { ...openConnector, limits: { ...openConnector.limits, batch: 100 } }

/** A worker over a database, a clock that is moved by hand, and a CRM that answers as it is told. */
function aWorker(db: Database, crm: (leads: Lead[]) => Partial<Answer> | Error) {
  const clock = { now: START }
  const { session, asked } = aSession(({ body }) => crm((body as { leads: Lead[] }).leads))
  const deps: RunDeps = {
    ...{ queue: queueOf(db), now: () => clock.now, elapsed: () => clock.now },
    ...{ random: () => 0.5, newId: anId },
    line: async () => ({ connectionId: CONNECTION, connector, session }),
  }
  const sent = () => asked.map(({ body }) => (body as { leads: Lead[] }).leads.map(lead => lead.id))
  return { clock, deps, sent }
}

const allGood = (leads: Lead[]) => ({
  json: { results: leads.map(({ id }) => ({ id, status: 'created', card: cardOf(id) })) },
})
const cardOf = (id: string) => ({ id, url: `https://crm.example.com/cards/${id}` })
const phases = async (db: Database) => (await outboxOf(db)).map(row => row.phase)
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
  const [leadId] = await promoteDrafts(db, [aDraft()])
  let during: unknown
  const { deps } = aWorker(db, allGood)
  const line = await deps.line()
  if (!line) throw new Error('no line')
  const watching = {
    ...line.session,
    ask: async (ask: Parameters<typeof line.session.ask>[0]) => {
      during = (await readLeases(db))[0]
      return line.session.ask(ask)
    },
  }
  await run({ ...deps, line: async () => ({ ...line, session: watching }) })
  expect(during).toMatchObject({ leads: [{ leadId, revision: 1 }] })
  expect(await db.leases.count()).toBe(0)
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
  expect(await readRow(db, id ?? '')).toMatchObject({
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
  expect(await db.leases.count()).toBe(1)
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
  expect(await outboxOf(db)).toMatchObject([
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
  await putMeta(db, 'hold', {
    until: START - 1,
    failures: 4,
    since: START - 9,
    problem: { code: 'busy' },
  })
  await run(aWorker(db, allGood).deps)
  expect(await getMeta(db, 'hold')).toBeUndefined()
})

/** A CRM whose requests stay open until the test answers them, to see how many are under way. */
function aSlowCrm(db: Database) {
  const { deps, clock } = aWorker(db, allGood)
  const open: { leads: Lead[]; answer(): void }[] = []
  const session: Session = {
    ...aSession(() => ({})).session,
    ask: ({ body }) =>
      new Promise(resolve => {
        const { leads } = body as { leads: Lead[] }
        const { json } = allGood(leads)
        open.push({ leads, answer: () => resolve({ status: 200, json, retryAfter: undefined }) })
      }),
  }
  const line = async () => ({ connectionId: CONNECTION, connector: openConnector, session })
  return { deps: { ...deps, line }, open, clock }
}

test('as many requests are under way at a time as the CRM takes well, and no lead is in two', async () => {
  const db = aDatabase()
  const ids = await promoteDrafts(db, many(900))
  await putMeta(db, 'pace', { lanes: 4, batch: 100 })
  const { deps, open } = aSlowCrm(db)
  const ending = run(deps)
  const seen: string[] = []
  await vi.waitFor(() => expect(open).toHaveLength(4))
  await new Promise(setImmediate)
  expect(open).toHaveLength(4)
  while (seen.length < ids.length) {
    await vi.waitFor(() => expect(open.length).toBeGreaterThan(0))
    expect(open.length).toBeLessThanOrEqual(openConnector.limits.concurrency)
    for (const { leads, answer } of open.splice(0, 1)) {
      seen.push(...leads.map(lead => lead.id))
      answer()
    }
  }
  expect(await ending).toEqual({ more: false, wakeAt: undefined })
  expect(new Set(seen).size).toBe(900)
  expect(seen).toHaveLength(900)
})

test('one lead that makes the CRM refuse the whole batch holds up nobody', async () => {
  const db = aDatabase()
  const ids = await promoteDrafts(db, many(100))
  const poison = ids[41]
  const { deps } = aWorker(db, leads =>
    leads.some(lead => lead.id === poison) ? { status: 500 } : allGood(leads),
  )
  await run(deps)
  const rows = await outboxOf(db)
  expect(rows.filter(row => row.phase === 'on-card')).toHaveLength(99)
  expect(await readRow(db, poison ?? '')).toMatchObject({ problem: { code: 'item-later' } })
  expect(await getMeta(db, 'hold')).toBeUndefined()
})

test('a request that times out is made smaller, one that is quick grows again', async () => {
  const db = aDatabase()
  await promoteDrafts(db, many(250))
  const { clock, deps, sent } = aWorker(db, leads =>
    leads.length > 30 ? new DoorError('timeout') : allGood(leads),
  )
  for (let wake = 0; wake < 20; wake += 1) {
    await run(deps)
    clock.now += 3_600_000
  }
  expect(new Set(await phases(db))).toEqual(new Set(['on-card']))
  expect(
    sent()
      .slice(0, 3)
      .map(batch => batch.length),
  ).toEqual([100, 50, 25])
})

test('a lead that was edited on its card goes out as a new revision, and only if it differs', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  const { deps, sent } = aWorker(db, allGood)
  await run(deps)
  await reopenRow(db, draft.id)
  expect(await promoteRows(db, [draft.id], CONNECTION, freeze)).toEqual([])
  expect(await phases(db)).toEqual(['on-card'])
  await reopenRow(db, draft.id)
  await saveDraft(db, { ...draft, counter: 9, fields: { ...draft.fields, notes: 'more' } })
  await promoteRows(db, [draft.id], CONNECTION, freeze)
  expect(await outboxOf(db)).toMatchObject([
    { phase: 'queued', revision: 2, confirmed: { revision: 1, card: { id: draft.id } } },
  ])
  await run(deps)
  expect(sent()).toHaveLength(2)
  expect(await outboxOf(db)).toMatchObject([{ phase: 'on-card', confirmed: { revision: 2 } }])
})

test('what a full disk keeps from being written down is found and sent again', async () => {
  const db = aDatabase()
  await promoteDrafts(db, [aDraft()])
  const { clock, deps, sent } = aWorker(db, allGood)
  const isFull = async () => Promise.reject(new Error('QuotaExceeded'))
  const step: typeof deps.queue.step = (window, judge, ended = []) =>
    ended.length > 0 ? isFull() : deps.queue.step(window, judge, ended)
  const full = { ...deps.queue, step, settle: isFull }
  await expect(run({ ...deps, queue: full })).rejects.toThrow('QuotaExceeded')
  clock.now += 30_000
  await run(deps)
  expect(sent()).toHaveLength(2)
  expect(await phases(db)).toEqual(['on-card'])
})

test('what a failed step did not settle is settled once there is room', async () => {
  const db = aDatabase()
  await promoteDrafts(db, [aDraft()])
  const { deps } = aWorker(db, allGood)
  const step: typeof deps.queue.step = (window, judge, ended = []) =>
    ended.length > 0 ? Promise.reject(new Error('disk')) : deps.queue.step(window, judge, ended)
  await expect(run({ ...deps, queue: { ...deps.queue, step } })).rejects.toThrow('disk')
  expect([await phases(db), await db.leases.count()]).toEqual([['on-card'], 0])
})

test('a clock that was set back ten years in the middle of a wait makes nobody wait ten years', async () => {
  const db = aDatabase()
  await promoteDrafts(db, many(3))
  let isBusy = true
  const busy = { type: 'about:blank', title: 'Busy', status: 503 }
  const { clock, deps, sent } = aWorker(db, leads =>
    isBusy
      ? { json: { results: leads.map(({ id }) => ({ id, status: 'rejected', problem: busy })) } }
      : allGood(leads),
  )
  expect(await run(deps)).toMatchObject({ more: false, wakeAt: expect.any(Number) })
  isBusy = false
  clock.now -= 10 * 365 * 24 * 3600 * 1000
  expect(await run(deps)).toEqual({ more: false, wakeAt: undefined })
  expect(sent().map(batch => batch.length)).toEqual([3, 3])
  expect(new Set(await phases(db))).toEqual(new Set(['on-card']))
})

test('a disk that fails while a request is under way lets nobody else send before it has ended', async () => {
  const db = aDatabase()
  await promoteDrafts(db, many(2))
  await putMeta(db, 'pace', { lanes: 2, batch: 100 })
  const { deps, open } = aSlowCrm(db)
  let steps = 0
  const step: typeof deps.queue.step = (...asked) => {
    steps += 1
    return steps === 2 ? Promise.reject(new Error('disk')) : deps.queue.step(...asked)
  }
  let hasEnded = false
  const ending = run({ ...deps, queue: { ...deps.queue, step } }).catch((error: unknown) => {
    hasEnded = true
    return error
  })
  await vi.waitFor(() => expect([open.length, steps]).toEqual([1, 2]))
  await new Promise(setImmediate)
  expect(hasEnded).toBe(false)
  open[0]?.answer()
  expect(await ending).toEqual(new Error('disk'))
  expect(await phases(db)).toEqual(['on-card', 'on-card'])
})

test('what a request leaves behind that ends while the next is looked for is seen', async () => {
  const db = aDatabase()
  await promoteDrafts(db, many(3))
  await putMeta(db, 'pace', { lanes: 2, batch: 100 })
  const { deps, sent } = aWorker(db, () => new DoorError('unreachable'))
  const step: typeof deps.queue.step = async (...asked) => {
    const said = await deps.queue.step(...asked)
    // What this step saw is old by the time it is heard.
    if (sent().length > 0) await new Promise(setImmediate)
    return said
  }
  const ended = await run({ ...deps, queue: { ...deps.queue, step } })
  expect(ended).toEqual({ more: false, wakeAt: START + 16_000 })
})

test('a CRM that is slow to refuse what is too large gets less at a time, until it takes it', async () => {
  const db = aDatabase()
  const ids = await promoteDrafts(db, many(8))
  const { clock, deps } = aWorker(db, leads => {
    clock.now += 7000
    return leads.length > 1 ? { status: 413 } : allGood(leads)
  })
  await run(deps)
  expect(await takeBackRows(db, ids)).toEqual([])
  for (let wake = 0; wake < 12; wake += 1) await run(deps)
  expect(new Set(await phases(db))).toEqual(new Set(['on-card']))
})

test('a search that lags is waited for from the beginning of the push', async () => {
  const db = aDatabase()
  await promoteDrafts(db, many(2))
  const { clock, deps } = aWorker(db, allGood)
  const line = await deps.line()
  if (!line) throw new Error('no line')
  const pauses: number[] = []
  const push: typeof line.connector.push = async function* (session, items) {
    for (const { lead } of items) {
      clock.now += 3000
      await session.pause(5000)
      yield { leadId: lead.id, revision: lead.revision, ok: true }
    }
  }
  const session = { ...line.session, pause: async (ms: number) => void pauses.push(ms) }
  const connector = { ...line.connector, push }
  await run({ ...deps, line: async () => ({ ...line, session, connector }) })
  expect(pauses).toEqual([2000, 0])
})

test('when one request is told to wait, the others that take several steps wait as well', async () => {
  const db = aDatabase()
  await promoteDrafts(db, many(4))
  await putMeta(db, 'pace', { lanes: 2, batch: 2 })
  const { deps } = aWorker(db, allGood)
  const line = await deps.line()
  if (!line) throw new Error('no line')
  const asked: string[] = []
  const told = Promise.withResolvers<void>()
  const session: Session = {
    ...line.session,
    async ask({ path }) {
      asked.push(path)
      // The first push is told to wait while the second one's first request is under way.
      if (asked.length > 1) await told.promise
      else await vi.waitFor(() => expect(asked.length).toBe(2))
      told.resolve()
      return { status: asked[0] === path ? 429 : 200, json: undefined, retryAfter: '60' }
    },
  }
  const push: typeof line.connector.push = async function* (reached, items) {
    for (const { lead } of items) {
      const { status } = await reached.ask({ method: 'GET', path: `/${lead.id}` })
      const said = { leadId: lead.id, revision: lead.revision }
      yield status === 200
        ? { ...said, ok: true }
        : { ...said, ok: false, problem: { code: 'busy' }, retryAfter: '60' }
      if (status !== 200) return
    }
  }
  const connector = { ...line.connector, push, steps: true }
  const ended = await run({ ...deps, line: async () => ({ ...line, session, connector }) })
  expect(asked).toHaveLength(2)
  expect(ended).toEqual({ more: false, wakeAt: START + 60_000 })
  expect((await phases(db)).filter(phase => phase === 'on-card')).toHaveLength(1)
})

/** A connector that takes steps, and what it was handed. */
function aStepper(db: Database) {
  const { deps, clock } = aWorker(db, allGood)
  const handed: Item[] = []
  const connector: Connector = {
    ...openConnector,
    steps: true,
    async *push(_session, items, checkpoint) {
      handed.push(...items)
      for (const { lead } of items) {
        await checkpoint(lead.id, 'contact', `contact of ${lead.revision}`)
        yield { leadId: lead.id, revision: lead.revision, ok: true }
      }
    },
  }
  const line = async () => ({
    connectionId: CONNECTION,
    connector,
    session: aSession(allOf).session,
  })
  return { deps: { ...deps, line }, handed, clock }
}
const allOf = () => ({ json: {} })

test('a connector that takes steps is handed what is behind a lead, and what its card has', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  const { deps, handed } = aStepper(db)
  await run(deps)
  expect(handed).toEqual([
    { lead: expect.objectContaining({ revision: 1 }), isUnclear: false, done: {} },
  ])
  await reopenRow(db, draft.id)
  await saveDraft(db, { ...draft, counter: 9, fields: { ...draft.fields, notes: 'more' } })
  await promoteRows(db, [draft.id], CONNECTION, freeze)
  await db.outgoing.where({ leadId: draft.id }).modify({ unclear: true, isMissing: true })
  await run(deps)
  expect(handed[1]).toEqual({
    lead: expect.objectContaining({ revision: 2, note: 'more' }),
    earlier: expect.objectContaining({ revision: 1 }),
    isUnclear: true,
    isMissing: true,
    done: { contact: 'contact of 1' },
  })
})
