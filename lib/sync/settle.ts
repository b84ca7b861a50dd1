import type { Outcome } from '../crm/connector.ts'
import { helpsToRetry, isOfTheCrm, type Problem } from '../lead/problem.ts'
import type { MetaRows, OutboxRow, SendingRow } from '../store/rows.ts'
import { needsYou, onCard, queued } from '../store/transitions.ts'
import { backoff, readRetryAfter } from './backoff.ts'

export interface Settled {
  rows: OutboxRow[]
  /** What holds for the whole queue from now on; `undefined` lifts a hold. */
  hold: MetaRows['hold'] | undefined
  /** A problem that only somebody can solve, and that every other lead would meet as well. */
  stop: Problem | undefined
}

/**
 * Decides what becomes of the leads that were sent. Pure. A lead that no outcome speaks of is in
 * the dark and waits; nothing is ever dropped.
 *
 * @param now milliseconds since the epoch
 * @param random in [0, 1)
 * @param before the hold that was there, for its count of failures
 */
export function settle(
  sent: readonly SendingRow[],
  outcomes: readonly Outcome[],
  now: number,
  random: number,
  before: MetaRows['hold'] | undefined,
): Settled {
  const byLead = new Map(outcomes.map(outcome => [outcome.leadId, outcome]))
  const pairs = sent.map(row => ({ row, outcome: byLead.get(row.leadId) }))
  const rows = pairs.map(({ row, outcome }) => settleRow(row, outcome, now, random))

  const failed = outcomes.filter(outcome => !outcome.ok)
  const ofTheCrm = failed.find(({ problem }) => isOfTheCrm(problem))
  if (ofTheCrm === undefined) return { rows, hold: undefined, stop: undefined }
  const { problem, retryAfter } = ofTheCrm
  if (!helpsToRetry(problem)) return { rows, hold: undefined, stop: problem }
  const failures = (before?.failures ?? 0) + 1
  const wait = readRetryAfter(retryAfter, now) ?? backoff(failures, random)
  return { rows, hold: { until: now + wait, failures, problem }, stop: undefined }
}

function settleRow(
  row: SendingRow,
  outcome: Outcome | undefined,
  now: number,
  random: number,
): OutboxRow {
  const later = now + backoff(row.attempts, random)
  if (outcome === undefined || outcome.revision !== row.revision) {
    return queued(row, later, { code: 'item-later' })
  }
  if (outcome.ok) return onCard(row, outcome.card)
  const { problem } = outcome
  if (!helpsToRetry(problem)) return needsYou(row, problem)
  // A problem of the CRM holds the whole queue, so the lead itself needs no time of its own.
  return queued(row, isOfTheCrm(problem) ? 0 : later, problem)
}
