import type { Problem } from '../lead/problem.ts'
import type { Lead } from '../lead/schema.ts'
import type { LeaseRow, MetaRows, OutboxRow, QueuedRow } from './rows.ts'

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
   * One step of the outbox, in one transaction: requests that ended are settled, facts are read as
   * they are then, judged, and acted upon.
   *
   * @param window due is what `dueAt` names until `now`, and what lies beyond `horizon`, where only
   *   a clock that was set back can have put it; both milliseconds since the epoch
   * @param judge decides, without waiting for anything: which rows to write, and which to lease
   * @param ended requests that ended, in their order
   */
  step<T>(
    window: Window,
    judge: (facts: QueueFacts) => Judged<T>,
    ended?: readonly Settlement[],
  ): Promise<[T, Leased | undefined]>
  /** Settles a request, or part of it, by itself. */
  settle(settlement: Settlement): Promise<void>
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

/** What becomes of a request's leads. Nothing, where its lease is no longer there. */
export interface Settlement {
  /** As it was when the request began. */
  lease: LeaseRow
  judge(facts: LeaseFacts): Change
}

export interface LeaseFacts {
  lease: LeaseRow
  /** The rows of its leads as they are now, without those that are gone. */
  rows: OutboxRow[]
  hold: MetaRows['hold'] | undefined
  pace: MetaRows['pace'] | undefined
}
