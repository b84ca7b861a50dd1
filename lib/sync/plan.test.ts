import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { QueuedRow } from '../store/rows.ts'
import { type Facts, LEASE, plan } from './plan.ts'

const NOW = 1_000_000_000_000
const TEN_YEARS = 10 * 365 * 24 * 3600 * 1000
const HERE = 'this CRM'

function queuedRow(change: Partial<QueuedRow> = {}): QueuedRow {
  const key = { leadId: 'lead', revision: 1, connectionId: HERE, seq: 1, attempts: 0 }
  return { ...key, phase: 'queued', dueAt: 0, ...change }
}

/** A request of this owner with one lead in it. */
function leased(until: number, owner = 'somebody', row = queuedRow()): Facts['leases'][number] {
  const leads = [{ leadId: 'lead', revision: 1, seq: 1 }]
  return { lease: { id: 'lease', owner, until, leads }, rows: [row] }
}

const nothing: Facts = {
  due: [],
  next: undefined,
  leases: [],
  connectionId: HERE,
  owner: 'me',
  hold: undefined,
  pace: undefined,
  paused: false,
  batch: 2,
}
const due = [queuedRow({ seq: 1 }), queuedRow({ seq: 2 }), queuedRow({ seq: 3 })]
const hold = { until: NOW + 5, failures: 1, since: NOW, problem: { code: 'busy' } } as const

test.each<[string, Partial<Facts>, object]>([
  ['an empty queue rests', {}, { do: 'rest' }],
  ['what is due is sent, a batch at a time', { due }, { do: 'send', rows: due.slice(0, 2) }],
  ['a paused queue sends nothing', { due, paused: true }, { do: 'rest' }],
  ['a held queue sleeps until the hold is over', { due, hold }, { do: 'sleep', until: NOW + 5 }],
  [
    'a hold that is over holds nobody',
    { due: [queuedRow()], hold: { ...hold, until: NOW } },
    { do: 'send', rows: [queuedRow()] },
  ],
  [
    'a hold ten years ahead is a clock that was set back',
    { due: [queuedRow()], hold: { ...hold, until: NOW + TEN_YEARS } },
    { do: 'send', rows: [queuedRow()] },
  ],
  [
    'who is due later is waited for',
    { next: queuedRow({ dueAt: NOW + 9 }) },
    { do: 'sleep', until: NOW + 9 },
  ],
  ['a lease is waited for', { leases: [leased(NOW + 7)] }, { do: 'sleep', until: NOW + 7 }],
  [
    'a lease that ran out is queued again',
    { leases: [leased(NOW)] },
    { do: 'write', rows: [queuedRow({ attempts: 1, unclear: true })], ended: ['lease'] },
  ],
  [
    'a lease ten years ahead is a clock that was set back',
    { leases: [leased(NOW + TEN_YEARS)] },
    { do: 'write', rows: [queuedRow({ attempts: 1, unclear: true })], ended: ['lease'] },
  ],
  [
    'a request of its own is under way, whatever the clock says',
    { leases: [leased(NOW - TEN_YEARS, 'me')] },
    { do: 'rest' },
  ],
  [
    'a lead that was edited after its sender died goes out as it is now',
    { leases: [leased(NOW, 'somebody', queuedRow({ revision: 2 }))] },
    { do: 'write', rows: [queuedRow({ revision: 2, attempts: 0, unclear: true })] },
  ],
  [
    'what somebody waits for keeps its reason when its sender dies',
    { leases: [leased(NOW, 'somebody', queuedRow({ problem: { code: 'busy' } }))] },
    { do: 'write', rows: [{ phase: 'queued', problem: { code: 'busy' } }] },
  ],
  [
    'the hold ends before the next is due',
    { due, hold, next: queuedRow({ dueAt: NOW + 9 }) },
    { do: 'sleep', until: NOW + 5 },
  ],
  [
    'the next is due before a lease runs out',
    { next: queuedRow({ dueAt: NOW + 3 }), leases: [leased(NOW + 7)] },
    { do: 'sleep', until: NOW + 3 },
  ],
  ['a hold with nobody behind it wakes nobody', { hold }, { do: 'rest' }],
  [
    'who was promoted to another CRM is asked about, not sent',
    { due: [queuedRow({ connectionId: 'another' })] },
    { do: 'write', rows: [{ phase: 'needs-you', problem: { code: 'other-connection' } }] },
  ],
  [
    'without a CRM everybody is asked about',
    { due: [queuedRow()], connectionId: undefined },
    { do: 'write', rows: [{ phase: 'needs-you', problem: { code: 'no-connection' } }] },
  ],
])('%s', (_, facts, action) => expect(plan({ ...nothing, ...facts }, NOW)).toMatchObject(action))

test('whatever the facts: never to another CRM, never while paused or held, never more than a batch', () => {
  const when = fc.integer({ min: NOW - TEN_YEARS, max: NOW + TEN_YEARS })
  const row = fc.record({ dueAt: when, connectionId: fc.constantFrom(HERE, 'another') })
  fc.assert(
    fc.property(
      fc.array(row),
      fc.array(when),
      fc.boolean(),
      fc.option(when, { nil: undefined }),
      fc.constantFrom(HERE, undefined),
      (rows, leases, paused, until, connectionId) => {
        const facts: Facts = {
          ...nothing,
          ...{ paused, connectionId, due: rows.map(queuedRow) },
          leases: leases.map(until => leased(until)),
          hold: until === undefined ? undefined : { ...hold, until },
        }
        const action = plan(facts, NOW)
        if (action.do !== 'send') return true
        const isHeld = until !== undefined && until > NOW && until <= NOW + 24 * 3600 * 1000
        const isLeased = leases.some(lease => lease <= NOW || lease > NOW + LEASE)
        return (
          !paused &&
          !isHeld &&
          !isLeased &&
          action.rows.length > 0 &&
          action.rows.length <= 2 &&
          action.rows.every(sent => sent.connectionId === HERE && sent.phase === 'queued')
        )
      },
    ),
  )
})

test('of a dead sender’s leads each is judged by itself', () => {
  const rows = [queuedRow(), queuedRow({ leadId: 'other', revision: 2 })]
  const leads = rows.map(({ leadId }) => ({ leadId, revision: 1, seq: 1 }))
  const lease = { id: 'lease', owner: 'somebody', until: NOW, leads }
  expect(plan({ ...nothing, leases: [{ lease, rows }] }, NOW)).toEqual({
    do: 'write',
    rows: [
      queuedRow({ attempts: 1, unclear: true }),
      queuedRow({ leadId: 'other', revision: 2, unclear: true }),
    ],
    ended: ['lease'],
  })
})

test('who is asked about is in no request', () => {
  const action = plan({ ...nothing, due: [queuedRow({ connectionId: 'another' })] }, NOW)
  expect(action).toMatchObject({ do: 'write', ended: [] })
})
