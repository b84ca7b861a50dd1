import type { MetaRows, OutboxRow, QueuedRow, SendingRow } from '../store/rows.ts'
import { needsYou, queued } from '../store/transitions.ts'
import { ASKED_CAP } from './backoff.ts'

/** What a plan is made from: rows as they are on disk, and nothing that only a variable knows. */
export interface Facts {
  /** Leads whose time has come, in order; more may lie behind them. */
  due: readonly QueuedRow[]
  /** The one that is due next, if none is now. */
  next: QueuedRow | undefined
  /** Leads that a request was begun with. */
  sending: readonly SendingRow[]
  /** Which connection is configured; `undefined` for none. */
  connectionId: string | undefined
  hold: MetaRows['hold'] | undefined
  paused: boolean
  /** The most leads that go out together. */
  batch: number
}

export type Action =
  /** Write these rows, then plan again. */
  | { do: 'write'; rows: OutboxRow[] }
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
  const expired = facts.sending.filter(({ lease }) => isPast(lease.until, now, LEASE))
  if (expired.length > 0) return { do: 'write', rows: expired.map(row => queued(row, 0)) }

  const { connectionId } = facts
  const strangers = facts.due.filter(row => row.connectionId !== connectionId)
  if (strangers.length > 0) {
    const code = connectionId === undefined ? 'no-connection' : 'other-connection'
    return { do: 'write', rows: strangers.map(row => needsYou(row, { code })) }
  }

  if (facts.paused) return { do: 'rest' }
  const held = facts.hold !== undefined && !isPast(facts.hold.until, now, ASKED_CAP)
  const waking = [
    ...(facts.due.length > 0 && held ? [facts.hold?.until ?? now] : []),
    ...(facts.next === undefined ? [] : [facts.next.dueAt]),
    ...facts.sending.map(({ lease }) => lease.until),
  ]
  if (facts.due.length > 0 && !held) return { do: 'send', rows: facts.due.slice(0, facts.batch) }
  return waking.length === 0 ? { do: 'rest' } : { do: 'sleep', until: Math.min(...waking) }
}

function isPast(moment: number, now: number, longest: number): boolean {
  return moment <= now || moment > now + longest
}
