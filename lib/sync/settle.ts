import type { Outcome } from '../crm/connector.ts'
import { helpsToRetry, isOfTheCrm, isUnclear, type Problem } from '../lead/problem.ts'
import type { Change, LeaseFacts } from '../store/queue.ts'
import type { LeaseRow, MetaRows, OutboxRow } from '../store/rows.ts'
import { confirmation, needsYou, onCard, queued, tried } from '../store/transitions.ts'
import { askedWait, backoff, outageWait, readRetryAfter } from './backoff.ts'
import { firstPace, type PaceLimits, paceAfter, QUICK } from './pace.ts'

type Hold = MetaRows['hold']

/** One request, as its sender saw it. */
export interface Sent {
  connectionId: string
  outcomes: readonly Outcome[]
  /** The hold as it was when the request began. */
  holdBefore: Hold | undefined
  /** How long it took, in milliseconds. */
  took: number
  limits: PaceLimits
  /** Whether there are no more outcomes to come. */
  isLast: boolean
  /**
   * That is because there was no time for more: the others wait as they are. Those who were in a
   * request before all the same, and whether it may have done its work.
   */
  adjourned?: { begun: ReadonlySet<string>; isUnclear?: true }
}

/** How long nothing may reach the CRM before somebody is asked, in milliseconds. */
export const ASK_AFTER = 24 * 3600 * 1000

/** Whether the CRM has taken no lead for so long that somebody has to look into it. */
export const isLongHold = (hold: Hold | undefined, now: number): boolean =>
  hold !== undefined && now - hold.since >= ASK_AFTER

/** So often at least it was tried by then: a clock set forward makes a day of a minute. */
const ASK_TRIES = 5

/**
 * Decides what becomes of the leads that were sent. Pure. A lead that no outcome speaks of is in
 * the dark and waits; nothing is ever dropped.
 *
 * @param now milliseconds since the epoch
 * @param random in [0, 1)
 */
export function settle(facts: LeaseFacts, sent: Sent, now: number, random: number): Change {
  const byLead = new Map(sent.outcomes.map(outcome => [outcome.leadId, outcome]))
  const leased = new Map(facts.lease.leads.map(lead => [lead.leadId, lead]))
  const { isLast, adjourned } = sent
  const settled = facts.rows.filter(({ leadId }) =>
    isLast && !adjourned ? true : byLead.has(leadId) || adjourned?.begun.has(leadId),
  )
  const rows = settled.map(row => {
    if (adjourned && !byLead.has(row.leadId)) return begun(row, adjourned.isUnclear === true)
    const { revision = 0, seq = 0 } = leased.get(row.leadId) ?? {}
    const outcome = byLead.get(row.leadId)
    const valid = outcome?.revision === revision ? outcome : undefined
    return row.revision === revision
      ? settleRow(row, valid, now, random)
      : settleEarlier(row, { revision, seq }, valid)
  })
  const hold = holdAfter(facts.hold, sent, now, random)
  const pace = paceAfter(facts.pace ?? firstPace(sent.limits), signOf(sent), sent.limits)
  const stop = sent.outcomes.find(outcome => !outcome.ok && isStop(outcome.problem))
  const change = { rows, ...leaseAfter(facts.lease, sent, byLead), hold, pace }
  if (stop === undefined || stop.ok) return change
  return { ...change, stop: { connectionId: sent.connectionId, problem: stop.problem } }
}

/** Leads whose outcome is still to come stay in the lease. */
function leaseAfter(lease: LeaseRow, { isLast }: Sent, settled: ReadonlyMap<string, Outcome>) {
  if (isLast) return { ended: [lease.id] }
  const leads = lease.leads.filter(({ leadId }) => !settled.has(leadId))
  return { lease: { ...lease, leads } }
}

/** No more a draft that could be taken back, and else as it was. */
function begun(row: OutboxRow, isUnclear: boolean): OutboxRow {
  const next = { ...row, attempts: Math.max(1, row.attempts) }
  return isUnclear ? { ...next, unclear: true } : next
}

const isStop = (problem: Problem) => isOfTheCrm(problem) && !helpsToRetry(problem)
const isWeather = (problem: Problem) => isOfTheCrm(problem) && helpsToRetry(problem)

function settleRow(
  row: OutboxRow,
  outcome: Outcome | undefined,
  now: number,
  random: number,
): OutboxRow {
  if (outcome?.ok) return onCard(row, outcome.card)
  const problem: Problem = outcome?.problem ?? { code: 'item-later' }
  const next = tried(row, isUnclear(problem))
  if (!helpsToRetry(problem)) return needsYou(next, problem)
  // A problem of the CRM holds the whole queue, so the lead itself needs no time of its own.
  if (isOfTheCrm(problem)) return queued(next, 0, problem)
  const failingSince = Math.min(row.failingSince ?? now, now)
  if (now - failingSince >= ASK_AFTER && next.attempts >= ASK_TRIES) {
    const { failingSince: _asked, ...asked } = next
    return needsYou(asked as OutboxRow, { ...problem, code: 'kept-failing' })
  }
  return queued({ ...next, failingSince }, now + backoff(next.attempts, random), problem)
}

/** The lead was edited while its request was under way: that revision goes out next, by itself. */
function settleEarlier(
  row: OutboxRow,
  sent: { revision: number; seq: number },
  outcome: Outcome | undefined,
): OutboxRow {
  if (outcome?.ok) {
    const { unclear: _settled, ...known } = row
    const { confirmed } = row
    return { ...known, confirmed: confirmation({ ...sent, confirmed }, outcome.card) } as OutboxRow
  }
  const problem: Problem = outcome?.problem ?? { code: 'item-later' }
  return isUnclear(problem) ? { ...row, unclear: true } : row
}

/**
 * The hold after a request. Several may be under way: one that began before the hold says nothing
 * about whether it is over, nor is it one more failure in a row.
 */
function holdAfter(
  hold: Hold | undefined,
  { outcomes, holdBefore }: Sent,
  now: number,
  random: number,
): Hold | undefined {
  const isNews = hold?.failures === holdBefore?.failures && hold?.until === holdBefore?.until
  const weather = worstOf(outcomes, now)
  if (weather === undefined) return isNews && outcomes.length > 0 ? undefined : hold
  const failures = (hold?.failures ?? 0) + (isNews ? 1 : 0)
  const since = Math.min(hold?.since ?? now, now)
  const { asked } = weather
  const lasted = now - since
  const wait = asked === undefined ? outageWait(lasted, random) : askedWait(asked, lasted, random)
  const until = Math.max(now + wait, isNews ? 0 : (hold?.until ?? 0))
  return { until, failures, since, problem: weather.problem }
}

/** The CRM's trouble that these tell of, the one with the longest wait that it asked for. */
function worstOf(outcomes: readonly Outcome[], now: number) {
  return outcomes
    .flatMap(outcome => (!outcome.ok && isWeather(outcome.problem) ? [outcome] : []))
    .map(({ problem, retryAfter }) => ({ problem, asked: readRetryAfter(retryAfter, now) }))
    .reduce<{ problem: Problem; asked: number | undefined } | undefined>(
      (worst, each) => (worst && (worst.asked ?? 0) >= (each.asked ?? 0) ? worst : each),
      undefined,
    )
}

function signOf({ outcomes, took, adjourned }: Sent) {
  // A request that is refused in parts, for longer than a wake-up: it has to begin with less.
  if (adjourned?.isUnclear && adjourned.begun.size > 0 && outcomes.length === 0) return 'silent'
  const failed = outcomes.find(outcome => !outcome.ok && isWeather(outcome.problem))
  if (failed === undefined || failed.ok) return took <= QUICK ? 'quick' : 'slow'
  return failed.problem.code === 'busy' ? 'busy' : 'silent'
}
