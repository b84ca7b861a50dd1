import { writeChange } from './change.ts'
import type { Database } from './database.ts'
import { readDue, readLeased, readNext } from './due.ts'
import { readLeases } from './leases.ts'
import { allMeta } from './meta.ts'
import { isSettled } from './packing.ts'
import type { Change, QueueFacts, Settlement, Window } from './queue.ts'
import type { LeaseRow, MetaRows } from './rows.ts'

/** The queue but for its leads: requests under way, and what holds for all. */
type Frame = { leases: LeaseRow[] } & Partial<Pick<MetaRows, 'hold' | 'pace' | 'front' | 'paused'>>

/**
 * What a plan is made from, once requests that ended are settled; inside one transaction. As much as
 * can be is asked at once: most of the time of sending goes to ways to the database's process and back.
 */
export async function readFacts(
  db: Database,
  window: Window,
  ended: readonly Settlement[] = [],
): Promise<QueueFacts> {
  const { mayBeOver = () => true } = window
  const { frame, left, writing } = await settleAll(db, ended)
  const { leases, hold, pace, paused, front } = frame
  const [due, leased] = await Promise.all([
    readDue(db, window, leases, front?.seq, left),
    Promise.all(leases.map(async each => (mayBeOver(each) ? await readLeased(db, each) : []))),
    writing,
  ])
  return {
    ...{ due, next: due.length > 0 ? undefined : await readNext(db, window) },
    ...{ hold, pace, paused: paused !== undefined },
    ...(front && { front }),
    leases: leases.map((lease, index) => ({ lease, rows: leased[index] ?? [] })),
  }
}

/**
 * Settles requests that ended, one after the other.
 *
 * @returns the queue as it is then; leases of leads that all `left` the queue, and what is still being
 *   written of them: neither is to be waited for by whoever passes over these leads
 */
export async function settleAll(
  db: Database,
  ended: readonly Settlement[],
): Promise<{ frame: Frame; left: LeaseRow[]; writing: Promise<unknown> }> {
  const [leases, meta, ...there] = await Promise.all([
    ...([readLeases(db), allMeta(db)] as const),
    ...ended.map(({ lease }) => readLeased(db, lease)),
  ])
  let frame: Frame = { leases, ...meta }
  const left: LeaseRow[] = []
  const writing: Promise<void>[] = []
  for (const [index, { lease: begun, judge }] of ended.entries()) {
    const lease = frame.leases.find(({ id }) => id === begun.id)
    if (lease === undefined) continue
    const { hold, pace } = frame
    const ids = new Set(lease.leads.map(({ leadId }) => leadId))
    const rows = (there[index] ?? []).filter(({ leadId }) => ids.has(leadId))
    const change = judge({ lease, rows, hold, pace })
    const written = writeChange(db, change, { hold, pace })
    if (isGone(change)) {
      left.push(lease)
      writing.push(written)
    } else await written
    frame = after(frame, change)
  }
  return { frame, left, writing: Promise.all(writing) }
}

/** Whether nothing of a request's leads is in the queue any more. */
const isGone = ({ rows, lease, stop }: Change) =>
  lease === undefined && stop === undefined && rows.every(isSettled)

function after({ leases, ...meta }: Frame, { ended = [], lease: next, ...told }: Change): Frame {
  const open = leases.filter(({ id }) => !ended.includes(id))
  const { pace = meta.pace } = told
  return {
    ...meta,
    leases: open.map(each => (each.id === next?.id ? next : each)),
    ...('hold' in told && { hold: told.hold }),
    ...(pace && { pace }),
  } as Frame
}
