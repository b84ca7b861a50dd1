import type { Problem } from '../lead/problem.ts'
import type { Lead } from '../lead/schema.ts'
import type { Database } from './database.ts'
import { readDue, readLeased, readNext } from './due.ts'
import { lowerFront, raiseFront } from './front.ts'
import { leasedIds, putLease, readLease, readLeases } from './leases.ts'
import { allMeta, putMeta } from './meta.ts'
import type { FrozenRow, LeaseRow, MetaRows, OutboxRow, QueuedRow } from './rows.ts'
import { rangeOf, standing, writeRows } from './standing.ts'
import { needsYou } from './transitions.ts'

/** The queue as the engine sees it: in each transaction facts are read, judged, and acted upon. */

/** What is on disk at one moment. */
export interface QueueFacts {
  /** Leads whose time has come, in order, and in no request; more may lie behind them. */
  due: QueuedRow[]
  /** The one that is due next, if none is now. */
  next: QueuedRow | undefined
  /**
   * Requests that were begun and not settled; those that were asked for with the rows of their leads
   * as they are now.
   */
  leases: { lease: LeaseRow; rows: OutboxRow[] }[]
  hold: MetaRows['hold'] | undefined
  pace: MetaRows['pace'] | undefined
  paused: boolean
  front?: MetaRows['front']
}

/** What is to be written, all of it or nothing. */
export interface Change {
  rows: OutboxRow[]
  /** Leases that are over. */
  ended?: string[]
  /** A lease with fewer leads in it. */
  lease?: LeaseRow
  hold?: MetaRows['hold'] | undefined
  pace?: MetaRows['pace']
  /** A problem that all other waiting leads of this connection would meet as well. */
  stop?: { connectionId: string; problem: Problem }
}

/** A lease, and for each lead in it its row and its frozen form. */
export interface Leased {
  lease: LeaseRow
  rows: QueuedRow[]
  leads: Lead[]
}

/** The outbox as the engine needs it: this one on disk, another one in the simulation. */
export interface Queue {
  /**
   * @param window due is what `dueAt` names until `now`, and what lies beyond `horizon`, where only
   *   a clock that was set back can have put it; both milliseconds since the epoch
   * @param judge decides, without waiting for anything: which rows to write, and which to lease
   */
  step<T>(window: Window, judge: (facts: QueueFacts) => Judged<T>): Promise<[T, Leased | undefined]>
  /** Settles a request. Does nothing where the lease is no longer there. */
  settle(leaseId: string, judge: (facts: LeaseFacts) => Change): Promise<void>
  /** What a CRM made of a lead so far. */
  readRemote(connectionId: string, leadId: string): Promise<Record<string, string>>
  /** Keeps what came of one step, before the next begins. */
  checkpoint(connectionId: string, leadId: string, step: string, value: string): Promise<void>
  /** The frozen lead behind a row, or behind what a CRM confirmed of it. */
  readFrozen(seq: number): Promise<Lead | undefined>
}

export interface Window {
  now: number
  horizon: number
  limit: number
  /** Which requests' rows are asked for, as they may be over; without it, all of them. */
  mayBeOver?: (lease: LeaseRow) => boolean
}

export interface Judged<T> {
  answer: T
  change?: Change
  /** Rows to lease, and the most bytes that their leads may have together as JSON. */
  lease?: { id: string; owner: string; until: number; rows: QueuedRow[]; bytes: number }
}

export interface LeaseFacts {
  lease: LeaseRow
  /** The rows of its leads as they are now, without those that are gone. */
  rows: OutboxRow[]
  hold: MetaRows['hold'] | undefined
  pace: MetaRows['pace'] | undefined
}

/**
 * The queue of the one database.
 *
 * @param lax the same database, from which a power cut may take the last moments. What came of a
 *   request may be among them: its lease is then still there, and its leads are taken for unclear.
 */
export function queueOf(db: Database, lax: Database = db): Queue {
  return {
    step: (window, judge) =>
      db.transaction('rw', [...standing(db), db.frozen, db.leases, db.meta], async () => {
        const facts = await readFacts(db, window)
        const judged = judge(facts)
        if (judged.change) await write(db, judged.change, facts)
        if (judged.lease) await raiseFront(db, facts)
        return [judged.answer, judged.lease && (await lease(db, judged.lease))]
      }),
    settle: (leaseId, judge) =>
      lax.transaction('rw', [...standing(lax), lax.leases, lax.meta], async () => {
        const found = await readLease(lax, leaseId)
        if (found === undefined) return
        const [rows, { hold, pace }] = await Promise.all([readLeased(lax, found), allMeta(lax)])
        await write(lax, judge({ lease: found, rows, hold, pace }), { hold, pace })
      }),
    async readRemote(connectionId, leadId) {
      return (await db.remote.get([connectionId, leadId]))?.done ?? {}
    },
    checkpoint: (connectionId, leadId, step, value) =>
      db.transaction('rw', db.remote, async () => {
        const done = (await db.remote.get([connectionId, leadId]))?.done ?? {}
        await db.remote.put({ connectionId, leadId, done: { ...done, [step]: value } })
      }),
    readFrozen: async seq => (await db.frozen.get(seq))?.lead,
  }
}

async function readFacts(db: Database, window: Window): Promise<QueueFacts> {
  const { mayBeOver = () => true } = window
  const [leases, { hold, pace, paused, front }] = await Promise.all([readLeases(db), allMeta(db)])
  const due = await readDue(db, window, leases, front?.seq)
  return {
    ...{ due, next: due.length > 0 ? undefined : await readNext(db, window) },
    ...{ hold, pace, paused: paused !== undefined },
    ...(front && { front }),
    leases: await Promise.all(
      leases.map(async lease => ({
        ...{ lease, rows: mayBeOver(lease) ? await readLeased(db, lease) : [] },
      })),
    ),
  }
}

/** @param before what is on disk: what stays as it is need not be written */
async function write(
  db: Database,
  { rows, ended, lease, stop, ...meta }: Change,
  before: Pick<QueueFacts, 'hold' | 'pace'>,
): Promise<void> {
  const isNewHold = 'hold' in meta && meta.hold !== before.hold
  const isNewPace = meta.pace !== undefined && !isSamePace(meta.pace, before.pace)
  const endLeases = () => db.leases.bulkDelete(ended ?? [])
  // All at once: to wait for each would be as many ways to the database's process and back.
  await Promise.all([
    writeRows(db, rows),
    lowerFront(db, rows),
    lease && putLease(db, lease),
    isNewHold && putMeta(db, 'hold', meta.hold),
    isNewPace && putMeta(db, 'pace', meta.pace),
    stop === undefined && endLeases(),
  ])
  if (stop === undefined) return
  await tellAll(db, stop)
  await endLeases()
}

const isSamePace = (pace: MetaRows['pace'], before: MetaRows['pace'] | undefined) =>
  pace.lanes === before?.lanes && pace.batch === before?.batch

/** Those in a request of their own hear from the CRM themselves. */
async function tellAll(db: Database, { connectionId, problem }: NonNullable<Change['stop']>) {
  const taken = await leasedIds(db)
  const waiting = await db.outgoing.where('[dueAt+seq]').above([-1]).toArray()
  const told = waiting.filter(row => row.connectionId === connectionId && !taken.has(row.leadId))
  await writeRows(
    db,
    told.map(row => needsYou(row, problem)),
  )
}

async function lease(
  db: Database,
  { rows, bytes, ...lease }: NonNullable<Judged<unknown>['lease']>,
): Promise<Leased | undefined> {
  const frozen = await frozenOf(db, rows)
  const fitting = frozen.slice(0, howManyFit(frozen, bytes))
  if (fitting.length === 0) return undefined
  const leads = fitting.map(({ leadId, revision, seq }) => ({ leadId, revision, seq }))
  const leased = { ...lease, leads }
  await putLease(db, leased)
  return {
    lease: leased,
    rows: rows.filter(row => leads.some(each => each.seq === row.seq)),
    leads: fitting.map(({ lead }) => lead),
  }
}

/** Mostly one range, as they were promoted together; reading that is quicker than one by one. */
async function frozenOf(db: Database, rows: readonly QueuedRow[]): Promise<FrozenRow[]> {
  const keys = rows.map(({ seq }) => seq)
  // Not by its ends alone: who waited has another place than that of their promotion.
  const range = rangeOf(keys)
  const found = range
    ? await db.frozen
        .where('seq')
        .between(...range, true, true)
        .toArray()
    : await db.frozen.bulkGet(keys)
  return found.filter(row => row !== undefined)
}

/** How many of the leads go into one request; the first goes, however large it is. */
export function howManyFit(frozen: readonly { lead: Lead }[], bytes: number): number {
  // Mostly all of them fit, and a UTF-16 code unit is three bytes at most: that is soon known.
  if (JSON.stringify(frozen).length * 3 <= bytes) return frozen.length
  let size = 0
  const over = frozen.findIndex(({ lead }) => {
    size += new TextEncoder().encode(JSON.stringify(lead)).byteLength
    return size > bytes
  })
  return over === -1 ? frozen.length : Math.max(1, over)
}
