import type { Problem } from '../lead/problem.ts'
import type { Card, OutboxRow, QueuedRow } from './rows.ts'

/** The steps from one phase of the outbox to the next. Pure; each keeps the lead's key. */

function base(row: OutboxRow) {
  const {
    leadId,
    revision,
    connectionId,
    seq,
    attempts,
    unclear,
    amended,
    failingSince,
    confirmed,
  } = row
  return {
    ...{ leadId, revision, connectionId, seq, attempts },
    ...(unclear === undefined ? {} : { unclear }),
    ...(amended === undefined ? {} : { amended }),
    ...(failingSince === undefined ? {} : { failingSince }),
    ...(confirmed === undefined ? {} : { confirmed }),
  }
}

/** Waiting until `dueAt` (milliseconds since the epoch; 0 for now), and why if something failed. */
export function queued(row: OutboxRow, dueAt: number, problem?: Problem): QueuedRow {
  const next = { ...base(row), phase: 'queued' as const, dueAt }
  return problem === undefined ? next : { ...next, problem }
}

/** Waiting for somebody. */
export function needsYou(row: OutboxRow, problem: Problem): OutboxRow {
  return { ...base(row), phase: 'needs-you', problem, stuck: 1 }
}

/** On the card: the CRM said so. */
export function onCard(row: OutboxRow, card: Card | undefined): OutboxRow {
  const { unclear: _settled, amended: _known, failingSince: _over, ...kept } = base(row)
  return { ...kept, phase: 'on-card', confirmed: confirmation(row, card) }
}

/** What the CRM said of the revision in this row; it goes on having the card that it named before. */
export function confirmation(
  row: { revision: number; seq: number; confirmed?: OutboxRow['confirmed'] },
  card: Card | undefined,
): NonNullable<OutboxRow['confirmed']> {
  const { revision, seq } = row
  const known = card ?? row.confirmed?.card
  return known === undefined ? { revision, seq } : { revision, seq, card: known }
}

/** One more request with this revision in it came to nothing; `unclear`: as far as we know. */
export function tried<T extends OutboxRow>(row: T, unclear: boolean): T {
  const { isMissing: _used, ...rest } = row
  const next = { ...rest, attempts: row.attempts + 1 } as T
  return unclear ? { ...next, unclear: true } : next
}

/** Whether somebody has to look at this CRM's card before anything of this lead is sent there again. */
export const isToBeLookedAt = (row: OutboxRow, connectionId: string): boolean =>
  row.phase === 'needs-you' &&
  row.problem.code === 'unclear-step' &&
  row.connectionId === connectionId

/**
 * As if it had never been sent to this CRM, at the user's word. Only that it may have arrived at one
 * stays known: it may be that one's turn again, and the others lose nothing by being looked at.
 *
 * @param isMissing whether the user looked, and what nobody could tell of is not on the card
 */
export function fresh(row: OutboxRow, connectionId: string, isMissing: boolean): QueuedRow {
  const { leadId, revision, seq, attempts, amended, confirmed } = row
  const isSame = row.connectionId === connectionId
  const known = isSame && confirmed !== undefined ? { confirmed } : {}
  // Before it went to the other CRM, an answer of this one may have been lost.
  const mayBeThere = row.unclear === true || (!isSame && (attempts > 0 || revision > 1))
  const kept = { ...(mayBeThere && { unclear: true as const }), ...(amended && { amended }) }
  const next = { leadId, revision, seq, attempts, connectionId, ...known, ...kept }
  const told = isMissing ? { isMissing: true as const } : {}
  return { ...next, ...told, phase: 'queued', dueAt: 0 }
}
