import type { ZodMiniType } from 'zod/mini'
import type { Problem } from '../lead/problem.ts'
import type { Lead } from '../lead/schema.ts'
import type { Finding } from './finding.ts'
import type { Answer, Ask } from './http.ts'

/** A way to one CRM with one token. The connector never sees the token, the browser or `fetch`. */
export interface Session {
  /** @throws {DoorError} where there is no answer that could be used */
  ask(ask: Omit<Ask, 'token'>): Promise<Answer>
  /** An address from an answer, if it leads to this very CRM; else nothing that may be a link. */
  ownLink(url: string): string | undefined
}

/** What became of one lead. */
export type Outcome =
  | { leadId: string; revision: number; ok: true; card?: { id: string; url?: string } }
  | { leadId: string; revision: number; ok: false; problem: Problem; retryAfter?: string }

/** How a lead becomes a CRM's records. */
export interface Connector {
  readonly id: string
  /** What the manager fills in. */
  readonly settings: ZodMiniType
  readonly limits: { batch: number; bytes: number }
  /** Whether leads would arrive; each cause told apart. Sends no lead. */
  check(session: Session): Promise<Finding[]>
  /**
   * Sends leads, at most `limits.batch` of them.
   *
   * @returns an outcome for each lead, as they settle; never throws for what a CRM can do
   */
  push(session: Session, leads: readonly Lead[]): AsyncIterable<Outcome>
}
