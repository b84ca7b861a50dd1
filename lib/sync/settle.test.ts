import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outcome } from '../crm/connector.ts'
import { PROBLEMS, type ProblemCode } from '../lead/problem.ts'
import type { SendingRow } from '../store/rows.ts'
import { settle } from './settle.ts'

const NOW = 1_000_000

function row(leadId: string): SendingRow {
  const key = { leadId, revision: 1, connectionId: 'c', seq: 1, attempts: 1 }
  return { ...key, phase: 'sending', lease: { owner: 'me', until: NOW } }
}

const good = (leadId: string): Outcome => ({ leadId, revision: 1, ok: true, card: { id: '7' } })
const bad = (leadId: string, code: ProblemCode, retryAfter?: string): Outcome => ({
  ...{ leadId, revision: 1, ok: false, problem: { code } },
  ...(retryAfter === undefined ? {} : { retryAfter }),
})

test('one bad lead holds up nobody', () => {
  const settled = settle([row('a'), row('b')], [good('a'), bad('b', 'rejected')], NOW, 0, undefined)
  expect(settled).toMatchObject({
    rows: [
      { phase: 'on-card', card: { id: '7' } },
      { phase: 'needs-you', problem: { code: 'rejected' } },
    ],
    hold: undefined,
    stop: undefined,
  })
})

test('a lead that the answer says nothing of is in the dark, and waits', () => {
  const settled = settle([row('a'), row('b')], [good('a')], NOW, 0.5, undefined)
  expect(settled.rows[1]).toMatchObject({ phase: 'queued', problem: { code: 'item-later' } })
  expect((settled.rows[1] as { dueAt: number }).dueAt).toBeGreaterThan(NOW)
})

test('an outcome of another revision is not this one’s', () => {
  const [settled] = settle([row('a')], [{ ...good('a'), revision: 2 }], NOW, 0, undefined).rows
  expect(settled?.phase).toBe('queued')
})

test('a CRM that asks us to wait is left alone for as long, with all its leads', () => {
  const settled = settle([row('a')], [bad('a', 'busy', '120')], NOW, 0, undefined)
  expect(settled.rows).toMatchObject([{ phase: 'queued', dueAt: 0, problem: { code: 'busy' } }])
  expect(settled.hold).toEqual({ until: NOW + 120_000, failures: 1, problem: { code: 'busy' } })
})

test('failures in a row are counted, and a success ends the count', () => {
  const before = { until: 0, failures: 3, problem: { code: 'timeout' } } as const
  const again = settle([row('a')], [bad('a', 'timeout')], NOW, 0.999, before)
  expect(again.hold?.failures).toBe(4)
  expect(again.hold?.until).toBeGreaterThan(NOW + 230_000)
  expect(settle([row('a')], [good('a')], NOW, 0, before).hold).toBeUndefined()
})

test('a problem that every lead would meet stops the queue until somebody solves it', () => {
  const settled = settle([row('a')], [bad('a', 'token-rejected')], NOW, 0, undefined)
  expect(settled.stop).toEqual({ code: 'token-rejected' })
  expect(settled.rows).toMatchObject([{ phase: 'needs-you' }])
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
        const sent = ['0', '1', '2', '3'].map(row)
        const outcomes = said.map(({ to, code, retryAfter }) =>
          code === undefined ? good(String(to)) : bad(String(to), code, retryAfter),
        )
        const { rows } = settle(sent, outcomes, NOW, random, undefined)
        return rows.every((settled, index) => {
          const last = outcomes.findLast(each => each.leadId === String(index))
          const sameKey = settled.leadId === String(index) && settled.revision === 1
          return sameKey && (settled.phase === 'on-card') === (last?.ok === true)
        })
      },
    ),
  )
})
