import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../crm/connector.ts'
import { PROBLEMS, type ProblemCode } from '../lead/problem.ts'
import type { LeaseFacts } from '../store/queue.ts'
import type { OutboxRow, QueuedRow } from '../store/rows.ts'
import { ASK_AFTER, isLongHold, type Sent, settle } from './settle.ts'

const NOW = 1_000_000

function row(leadId: string, change: Partial<QueuedRow> = {}): QueuedRow {
  const key = { leadId, revision: 1, connectionId: 'c', seq: 1, attempts: 0 }
  return { ...key, phase: 'queued', dueAt: 0, ...change }
}

type Change = Partial<Sent & LeaseFacts>

/** Settles a request with revision 1 of these leads. */
function settled(
  rows: OutboxRow[],
  outcomes: Outcome[],
  { random = 0, ...change }: Change & { random?: number } = {},
) {
  const leads = rows.map(({ leadId }) => ({ leadId, revision: 1, seq: 1 }))
  const lease = { id: 'lease', owner: 'me', until: NOW, leads }
  const facts = { lease, rows, hold: undefined, pace: undefined, ...change }
  const limits = { concurrency: 4, batch: 100 }
  const sent = {
    connectionId: 'c',
    outcomes,
    holdBefore: facts.hold,
    took: 50,
    limits,
    isLast: true,
  }
  return settle(facts, { ...sent, ...change }, NOW, random)
}

const good = (leadId: string): Outcome => ({ leadId, revision: 1, ok: true, card: { id: '7' } })
const bad = (leadId: string, code: ProblemCode, retryAfter?: string): Outcome => ({
  ...{ leadId, revision: 1, ok: false, problem: { code } },
  ...(retryAfter === undefined ? {} : { retryAfter }),
})

test('one bad lead holds up nobody', () => {
  const change = settled([row('a'), row('b')], [good('a'), bad('b', 'rejected')])
  expect(change).toMatchObject({
    rows: [
      { phase: 'on-card', confirmed: { revision: 1, card: { id: '7' } } },
      { phase: 'needs-you', problem: { code: 'rejected' } },
    ],
    ended: ['lease'],
    hold: undefined,
  })
  expect(change.stop).toBeUndefined()
})

test('a lead that the answer says nothing of is in the dark, and waits', () => {
  const { rows } = settled([row('a'), row('b')], [good('a')], { random: 0.5 })
  expect(rows[1]).toMatchObject({ phase: 'queued', problem: { code: 'item-later' }, unclear: true })
  expect((rows[1] as QueuedRow).dueAt).toBeGreaterThan(NOW)
})

test('an outcome of another revision is not this one’s', () => {
  const [after] = settled([row('a')], [{ ...good('a'), revision: 2 }]).rows
  expect(after?.phase).toBe('queued')
})

test('a CRM that asks us to wait is left alone for as long, with all its leads', () => {
  const { rows, hold } = settled([row('a')], [bad('a', 'busy', '120')])
  expect(rows).toMatchObject([{ phase: 'queued', dueAt: 0, problem: { code: 'busy' } }])
  const problem = { code: 'busy' }
  expect(hold).toEqual({ until: NOW + 120_000, failures: 1, since: NOW, problem })
})

test('a CRM that goes on turning us away is met by one browser after the other', () => {
  const hold = { until: 0, failures: 1, since: NOW - 60_000, problem: { code: 'busy' } } as const
  const change = { hold, random: 0.5 }
  expect(settled([row('a')], [bad('a', 'busy', '1')], change).hold?.until).toBe(NOW + 23_500)
  expect(settled([row('a')], [bad('a', 'timeout')], change).hold?.until).toBe(NOW + 37_000)
})

test('failures in a row are counted, and a success ends the count', () => {
  const hold = { until: 0, failures: 3, since: 7, problem: { code: 'timeout' } } as const
  const again = settled([row('a')], [bad('a', 'timeout')], { hold, random: 0.999 })
  expect(again.hold).toMatchObject({ failures: 4, since: 7 })
  expect(again.hold?.until).toBeGreaterThan(NOW + 230_000)
  expect(settled([row('a')], [good('a')], { hold }).hold).toBeUndefined()
})

test('a problem that every lead would meet stops the queue until somebody solves it', () => {
  const { rows, stop } = settled([row('a')], [bad('a', 'token-rejected')])
  expect(stop).toEqual({ connectionId: 'c', problem: { code: 'token-rejected' } })
  expect(rows).toMatchObject([{ phase: 'needs-you' }])
})

test('whatever comes back: nobody is dropped, keys stay, only a good outcome is on a card', () => {
  const outcome = fc.record({
    to: fc.integer({ min: 0, max: 6 }),
    code: fc.option(fc.constantFrom(...(Object.keys(PROBLEMS) as ProblemCode[])), {
      nil: undefined,
    }),
    retryAfter: fc.option(fc.string(), { nil: undefined }),
  })
  fc.assert(
    fc.property(
      fc.array(outcome),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (said, random) => {
        const sent = ['0', '1', '2', '3'].map(id => row(id))
        const outcomes = said.map(({ to, code, retryAfter }) =>
          code === undefined ? good(String(to)) : bad(String(to), code, retryAfter),
        )
        const { rows } = settled(sent, outcomes, { random })
        return rows.every((after, index) => {
          const last = outcomes.findLast(each => each.leadId === String(index))
          const sameKey = after.leadId === String(index) && after.revision === 1
          return sameKey && (after.phase === 'on-card') === (last?.ok === true)
        })
      },
    ),
  )
})

test('what may have arrived stays unclear through whatever comes next, until it is on the card', () => {
  const [lost] = settled([row('a')], [bad('a', 'timeout')]).rows
  expect(lost).toMatchObject({ unclear: true, attempts: 1 })
  const [busy] = settled([lost as QueuedRow], [bad('a', 'busy')]).rows
  expect(busy).toMatchObject({ unclear: true, attempts: 2 })
  const [arrived] = settled([busy as QueuedRow], [good('a')]).rows
  expect(arrived).not.toHaveProperty('unclear')
})

test('a refusal that came before anything was done leaves nothing unclear', () => {
  expect(settled([row('a')], [bad('a', 'busy')]).rows[0]).not.toHaveProperty('unclear')
})

test('a lead that the CRM could not take for more than a day is asked about', () => {
  const failing = row('a', { attempts: 9, failingSince: NOW - ASK_AFTER })
  const [asked] = settled([failing], [bad('a', 'item-later')]).rows
  expect(asked).toMatchObject({ phase: 'needs-you', problem: { code: 'kept-failing' } })
  const [since] = settled([row('a')], [bad('a', 'item-later')]).rows
  expect(since).toMatchObject({ phase: 'queued', failingSince: NOW })
})

test.each([
  ['a clock that was set forward', { attempts: 1, failingSince: NOW - ASK_AFTER }],
  ['a clock that was set back', { attempts: 9, failingSince: NOW + ASK_AFTER }],
])('%s makes no day of a minute', (_, change) => {
  const [after] = settled([row('a', change)], [bad('a', 'item-later')]).rows
  expect(after?.phase).toBe('queued')
})

describe('an edit while the request is under way', () => {
  const edited = row('a', { revision: 2, seq: 2 })

  test('goes out next, and the card has the earlier revision until then', () => {
    expect(settled([edited], [good('a')]).rows).toEqual([
      { ...edited, confirmed: { revision: 1, seq: 1, card: { id: '7' } } },
    ])
  })

  test('is not refused, nor made to wait, for what the earlier revision met', () => {
    expect(settled([edited], [bad('a', 'rejected')]).rows).toEqual([edited])
    expect(settled([edited], [bad('a', 'timeout')]).rows).toEqual([{ ...edited, unclear: true }])
  })
})

describe('of several requests at a time', () => {
  const hold = { until: NOW + 9000, failures: 2, since: 7, problem: { code: 'busy' } } as const

  test('one that began before the hold does not lift it', () => {
    expect(settled([row('a')], [good('a')], { hold, holdBefore: undefined }).hold).toEqual(hold)
  })

  test('one more of the same burst is no further failure in a row', () => {
    const change = settled([row('a')], [bad('a', 'busy')], { hold, holdBefore: undefined })
    expect(change.hold).toMatchObject({ failures: 2 })
    expect(change.hold?.until).toBeGreaterThanOrEqual(hold.until)
  })
})

test('while outcomes are still to come, only the settled leads leave the request', () => {
  const change = settled([row('a'), row('b')], [good('a')], { isLast: false })
  expect(change.rows.map(({ leadId }) => leadId)).toEqual(['a'])
  expect(change.lease?.leads.map(({ leadId }) => leadId)).toEqual(['b'])
  expect(change.ended).toBeUndefined()
})

test('what no request was begun with stays as it is', () => {
  const change = settled([row('a'), row('b')], [good('a')], { adjourned: { begun: new Set() } })
  expect(change).toMatchObject({ rows: [{ leadId: 'a' }], ended: ['lease'] })
})

describe('what was in a request that is adjourned', () => {
  const begun = new Set(['a', 'b'])

  test('can be taken back no more, and waits for nothing else', () => {
    const { rows } = settled([row('a'), row('b')], [good('a')], { adjourned: { begun } })
    expect(rows[1]).toEqual(row('b', { attempts: 1 }))
  })

  test('says nothing of the CRM', () => {
    const hold = { until: NOW - 1, failures: 3, since: 7, problem: { code: 'busy' } } as const
    expect(settled([row('a')], [], { adjourned: { begun }, hold }).hold).toEqual(hold)
  })

  test('may have arrived, and is sent in smaller requests where nobody was answered', () => {
    const pace = { lanes: 3, batch: 40 }
    const adjourned = { begun, isUnclear: true } as const
    const change = settled([row('a', { attempts: 4 })], [], { adjourned, pace })
    expect(change.rows).toEqual([row('a', { attempts: 4, unclear: true })])
    expect(change.pace).toEqual({ lanes: 1, batch: 20 })
  })
})

test('of several waits that were asked for, the longest holds', () => {
  const outcomes = [bad('a', 'unreachable'), bad('b', 'busy', '60'), bad('c', 'busy', '20')]
  const { hold } = settled([row('a'), row('b'), row('c')], outcomes, { random: 0.999 })
  expect(hold).toMatchObject({ until: NOW + 60_000, problem: { code: 'busy' } })
})

test.each([
  ['no hold', undefined, false],
  ['a moment less than a day', NOW - ASK_AFTER + 1, false],
  ['a day', NOW - ASK_AFTER, true],
])('after %s somebody is asked: %s', (_, since, asks) => {
  const hold = since === undefined ? undefined : { ...BUSY, since }
  expect(isLongHold(hold, NOW)).toBe(asks)
})

const BUSY = { until: NOW, failures: 1, since: NOW, problem: { code: 'busy' } } as const

test.each<[string, Outcome, Change, object]>([
  ['a quick answer', good('a'), { took: 2000 }, { lanes: 2.5, batch: 100 }],
  ['a slow one', good('a'), { took: 2001 }, { lanes: 2, batch: 50 }],
  ['a refusal of that lead alone', bad('a', 'rejected'), { took: 9 }, { lanes: 2.5, batch: 100 }],
  ['a CRM that is busy', bad('a', 'busy'), {}, { lanes: 1, batch: 50 }],
  ['a CRM that is silent', bad('a', 'timeout'), {}, { lanes: 1, batch: 25 }],
])('%s sets the pace', (_, outcome, change, pace) => {
  const before = { lanes: 2, batch: 50 }
  expect(settled([row('a')], [outcome], { ...change, pace: before }).pace).toEqual(pace)
})

test('five tries within a day are enough to ask', () => {
  const failing = row('a', { attempts: 4, failingSince: NOW - ASK_AFTER })
  const [asked] = settled([failing], [bad('a', 'item-later')]).rows
  expect(asked).toMatchObject({ phase: 'needs-you', attempts: 5 })
})

test('an edited lead that no outcome speaks of may have arrived in its earlier revision', () => {
  const edited = row('a', { revision: 2, seq: 2 })
  expect(settled([edited], []).rows).toEqual([{ ...edited, unclear: true }])
})

test('a hold that another request moved meanwhile is not the one that this one began with', () => {
  const moved = { ...BUSY, until: NOW + 5000 }
  const sameCount = settled([row('a')], [good('a')], { hold: moved, holdBefore: BUSY })
  expect(sameCount.hold).toEqual(moved)
  const counted = { ...BUSY, failures: 2 }
  expect(settled([row('a')], [good('a')], { hold: counted, holdBefore: BUSY }).hold).toEqual(
    counted,
  )
})
