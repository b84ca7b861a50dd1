import type { Problem } from '../lead/problem.ts'
import type { Card, OutboxRow, QueuedRow, SendingRow } from './rows.ts'

/** The steps from one phase of the outbox to the next. Pure; each keeps the lead's key. */

function base({ leadId, revision, connectionId, seq, attempts }: OutboxRow) {
  return { leadId, revision, connectionId, seq, attempts }
}

/** Waiting until `dueAt` (milliseconds since the epoch; 0 for now), and why if something failed. */
export function queued(row: OutboxRow, dueAt: number, problem?: Problem): QueuedRow {
  const next = { ...base(row), phase: 'queued' as const, dueAt }
  return problem === undefined ? next : { ...next, problem }
}

/** On its way: one more request with this lead in it has begun. */
export function sending(row: OutboxRow, lease: SendingRow['lease']): SendingRow {
  return { ...base(row), attempts: row.attempts + 1, phase: 'sending', lease }
}

/** Waiting for somebody. */
export function needsYou(row: OutboxRow, problem: Problem): OutboxRow {
  return { ...base(row), phase: 'needs-you', problem }
}

/** On the card: the CRM said so. */
export function onCard(row: OutboxRow, card: Card | undefined): OutboxRow {
  const next = { ...base(row), phase: 'on-card' as const }
  return card === undefined ? next : { ...next, card }
}
