import type { QueueFacts } from '../store/queue.ts'
import type { LeaseRow, OutboxRow, QueuedRow } from '../store/rows.ts'
import { needsYou, queued, tried } from '../store/transitions.ts'
import { ASKED_CAP } from './backoff.ts'

/** What a plan is made from: rows as they are on disk, and who is asking. */
export interface Facts extends QueueFacts {
  /** Which connection is configured; `undefined` for none. */
  connectionId: string | undefined
  /** This run: its own requests are under way, whatever the clock says of their leases. */
  owner: string
  /** The most leads that go out together. */
  batch: number
}

export type Action =
  /** Write these rows and end these leases, then plan again. */
  | { do: 'write'; rows: OutboxRow[]; ended: string[] }
  /** Lease and send these. */
  | { do: 'send'; rows: QueuedRow[] }
  /** Nothing to do before this time (milliseconds since the epoch). */
  | { do: 'sleep'; until: number }
  /** Nothing to do until something else happens. */
  | { do: 'rest' }

/** How long a sender may be silent before its leads are sent again, in milliseconds. */
export const LEASE = 30_000

/**
 * Decides the next step of the outbox. Pure: the same facts at the same time give the same step.
 *
 * A moment further away than anything that we ever wait for is a clock that was set back, and counts
 * as past.
 *
 * @param now milliseconds since the epoch
 */
export function plan(facts: Facts, now: number): Action {
  const others = facts.leases.filter(({ lease }) => lease.owner !== facts.owner)
  const dead = others.filter(({ lease }) => isDead(lease, facts.owner, now))
  if (dead.length > 0) {
    const rows = dead.flatMap(({ lease, rows }) => rows.map(row => leftBy(lease, row)))
    return { do: 'write', rows, ended: dead.map(({ lease }) => lease.id) }
  }

  const { connectionId } = facts
  const strangers = facts.due.filter(row => row.connectionId !== connectionId)
  if (strangers.length > 0) {
    const code = connectionId === undefined ? 'no-connection' : 'other-connection'
    return { do: 'write', rows: strangers.map(row => needsYou(row, { code })), ended: [] }
  }

  if (facts.paused) return { do: 'rest' }
  const held = facts.hold !== undefined && !isPast(facts.hold.until, now, ASKED_CAP)
  const waking = [
    ...(facts.due.length > 0 && held ? [facts.hold?.until ?? now] : []),
    ...(facts.next === undefined ? [] : [facts.next.dueAt]),
    ...others.map(({ lease }) => lease.until),
  ]
  if (facts.due.length > 0 && !held) return { do: 'send', rows: facts.due.slice(0, facts.batch) }
  return waking.length === 0 ? { do: 'rest' } : { do: 'sleep', until: Math.min(...waking) }
}

/** Whether a request's sender is taken for dead, by a run with this name. */
export function isDead(lease: LeaseRow, owner: string, now: number): boolean {
  return lease.owner !== owner && isPast(lease.until, now, LEASE)
}

/** A lead whose sender died: its request may have arrived, in the revision that it had then. */
function leftBy({ leads }: LeaseRow, row: OutboxRow): OutboxRow {
  const isSame = leads.some(each => each.leadId === row.leadId && each.revision === row.revision)
  if (!isSame) return { ...row, unclear: true }
  return queued(tried(row, true), 0, row.phase === 'queued' ? row.problem : undefined)
}

function isPast(moment: number, now: number, longest: number): boolean {
  return moment <= now || moment > now + longest
}
