import type { ZodMiniType } from 'zod/mini'
import type { Problem } from '../lead/problem.ts'
import type { Lead } from '../lead/schema.ts'
import type { Finding } from './finding.ts'
import type { Answer, Ask } from './http.ts'

/** A way to one CRM with one token. The connector never sees the token, the browser or `fetch`. */
export interface Session {
  /**
   * @throws {DoorError} where there is no answer that could be used
   * @throws {Adjourned} where nothing more is begun; to be let through
   */
  ask(ask: Omit<Ask, 'token'>): Promise<Answer>
  /** An address from an answer, if it leads to this very CRM; else nothing that may be a link. */
  ownLink(url: string): string | undefined
  /**
   * Waits for a CRM whose search lags behind what it was told, until what earlier pushes told it is
   * as old as this.
   *
   * @param ms milliseconds since this push began
   */
  pause(ms: number): Promise<void>
}

/** This wake-up has no time left: the request was not begun, and the next wake-up begins it. */
export class Adjourned extends Error {
  override name = 'Adjourned'
}

/** A lead to send, and what is known of its way so far. */
export interface Item {
  lead: Lead
  /** The newest revision that the CRM said it has. Only where the connector takes steps. */
  earlier?: Lead
  /** An earlier request may have arrived: look before sending again, where that could double it. */
  isUnclear: boolean
  /** The user looked: what was begun and can't be looked for is not there, and may be repeated. */
  isMissing?: true
  /** What came of the steps that are behind it, by name. Only where the connector takes steps. */
  done: Readonly<Record<string, string>>
}

/** Keeps what came of a step. When it is done, the step is on disk, and the next may begin. */
export type Checkpoint = (leadId: string, step: string, value: string) => Promise<void>

/** Where a lead is now: the card, what it says of its company, and which of its contacts this is. */
export interface Place {
  id: string
  url?: string
  name?: string
  number?: string
  contact?: string
}

/** What became of one lead. */
export type Outcome =
  | { leadId: string; revision: number; ok: true; card?: Place }
  | { leadId: string; revision: number; ok: false; problem: Problem; retryAfter?: string }

/** Somebody whom the CRM knows already and who may be a lead's person, and why. */
export interface Match {
  card: { id: string; url?: string; name: string }
  contact: { id: string; name: string }
  why: 'email' | 'phone' | 'name-and-company'
}

export interface Matches {
  matches: Match[]
  /** Whether the CRM reads in a lead which of its contacts somebody said that it is. */
  choices: boolean
}

/** How a lead becomes a CRM's records. */
export interface Connector {
  readonly id: string
  /** What the manager fills in. */
  readonly settings: ZodMiniType
  /**
   * The most of a request: leads, and their bytes as JSON; and requests at a time. Where the CRM says
   * how many it allows a second, those of one browser keep to it together.
   */
  readonly limits: { batch: number; bytes: number; concurrency: number; perSecond?: number }
  /** Whether one lead takes several requests, each of which is kept before the next. */
  readonly steps: boolean
  /** Whether leads would arrive; each cause told apart. Sends no lead. */
  check(session: Session): Promise<Finding[]>
  /**
   * Who this might be, and why; only ever asked about a promoted lead. Only where the CRM can tell.
   *
   * @throws where it could not be asked, or answered something else
   */
  match?(session: Session, lead: Lead): Promise<Matches>
  /**
   * Sends leads, at most `limits.batch` of them.
   *
   * @returns an outcome for each lead, as they settle; never throws for what a CRM can do
   */
  push(session: Session, items: readonly Item[], checkpoint: Checkpoint): AsyncIterable<Outcome>
}
