import { writeChange } from './change.ts'
import type { Database } from './database.ts'
import { readDue, readLeased, readNext } from './due.ts'
import { readLeases } from './leases.ts'
import { allMeta, getMeta } from './meta.ts'
import { isSettled } from './packing.ts'
import type { Change, QueueFacts, Settlement, Window } from './queue.ts'
import type { LeaseRow, MetaRows } from './rows.ts'

/** Where to look for what is due. */
export interface Place {
  leases: readonly LeaseRow[]
  front?: MetaRows['front'] | undefined
}

/** The queue but for its leads: requests under way, and what holds for all. */
interface Frame extends Place {
  leases: LeaseRow[]
  hold?: MetaRows['hold'] | undefined
  pace?: MetaRows['pace'] | undefined
  paused?: MetaRows['paused'] | undefined
}

/**
 * What a plan is made from, once requests that ended are settled; inside one transaction. As much as
 * can be is asked at once: most of the time of sending goes to ways to the database's process and back.
 *
 * @param guess what the last step left behind: where nobody else was at it since, what is due need not
 *   wait for it to be read
 * @returns the facts, and what is still being written of requests that ended
 */
export async function readFacts(
  db: Database,
  window: Window,
  ended: readonly Settlement[] = [],
  guess?: Place,
): Promise<{ facts: QueueFacts; writing: Promise<unknown> }> {
  const { mayBeOver = () => true } = window
  const ending = ended.map(({ lease }) => lease)
  const guessed = guess && { ...guess, leases: without(guess.leases, ending) }
  const read = ({ leases, front }: Place, left: readonly LeaseRow[]) =>
    readDue(db, window, leases, front?.seq, left)
  const [early, { frame, left, writing }] = await Promise.all([
    guessed && read(guessed, ending),
    settleAll(db, ended),
  ])
  const { leases, hold, pace, paused, front } = frame
  const isRight = isWhole(left, ending) && isSamePlace(guessed, frame)
  const [due, leased] = await Promise.all([
    isRight && early ? early : read(frame, left),
    Promise.all(leases.map(async each => (mayBeOver(each) ? await readLeased(db, each) : []))),
  ])
  const facts = {
    ...{ due, next: due.length > 0 ? undefined : await readNext(db, window) },
    ...{ hold, pace, paused: paused !== undefined },
    ...(front && { front }),
    leases: leases.map((lease, index) => ({ lease, rows: leased[index] ?? [] })),
  }
  return { facts, writing }
}

const without = (leases: readonly LeaseRow[], gone: readonly LeaseRow[]) =>
  leases.filter(({ id }) => !gone.some(each => each.id === id))

/** Leases as far as their leads are in the way of a reader; of one that is settled in part, some are. */
const outline = (leases: readonly LeaseRow[]) =>
  leases
    .map(({ id, leads }) => `${id} ${leads.length}`)
    .sort()
    .join()

/** Whether all leads that were in these requests when they began are gone from the queue now. */
const isWhole = (left: readonly LeaseRow[], begun: readonly LeaseRow[]) =>
  outline(left) === outline(begun)

const isSamePlace = (guess: Place | undefined, { leases, front }: Place) =>
  guess?.front?.seq === front?.seq && outline(guess?.leases ?? []) === outline(leases)

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
    // Where another of them fails first, nobody hears of this one; the transaction ends all the same.
    written.catch(() => undefined)
    writing.push(written)
    frame = after(frame, change)
    if (isGone(change)) left.push(lease)
    else {
      // All of them: while one is under way that nobody waits for, Dexie lets the transaction end.
      await Promise.all(writing)
      frame = { ...frame, front: await getMeta(db, 'front') }
    }
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
