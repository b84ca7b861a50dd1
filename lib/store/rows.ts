import type { DraftFields } from '../lead/draft.ts'
import type { Problem } from '../lead/problem.ts'
import type { Lead } from '../lead/schema.ts'

/** A person as they were written down. Stays when the lead is on the card: it is the list's row. */
export interface DraftRow {
  id: string
  /** See `Draft.counter`. */
  counter: number
  fields: DraftFields
  /** Counts up with each new row, so that the newest comes first whatever the clock says. */
  order: number
  /** The last promoted revision that a CRM may have seen; 0 for none. */
  revision: number
  /** Beginnings of words to search by, folded. */
  tokens: string[]
}

export interface Card {
  id: string
  /** Only where it leads to the CRM that the lead was sent to. */
  url?: string
}

interface OutboxBase {
  leadId: string
  revision: number
  /** The connection that the user saw when they promoted. To another one, it never goes by itself. */
  connectionId: string
  /** Order of promotion; a counter, not a time. */
  seq: number
  /** Requests that were begun with this revision in them. */
  attempts: number
}

/**
 * Where a promoted lead stands: narrow, because it is rewritten with every step, while the lead
 * itself lies frozen in a row of its own (one that is never rewritten). A lead without such a row
 * is a draft. Times are milliseconds since the epoch.
 */
export type OutboxRow = OutboxBase &
  (
    | { phase: 'queued'; dueAt: number; problem?: Problem }
    | { phase: 'sending'; lease: { owner: string; until: number } }
    | { phase: 'needs-you'; problem: Problem }
    | { phase: 'on-card'; card?: Card }
  )

export type QueuedRow = Extract<OutboxRow, { phase: 'queued' }>
export type SendingRow = Extract<OutboxRow, { phase: 'sending' }>

/** The lead as it was promoted, byte for byte what is sent. Written once. */
export interface PromotedRow {
  leadId: string
  revision: number
  lead: Lead
}

/** What holds for the whole queue, in one row each. */
export interface MetaRows {
  /** The CRM asked us to wait, or didn't answer: nobody sends before `until`. */
  hold: { until: number; failures: number; problem: Problem }
  paused: { since: number }
  /** How many leads were promoted since the queue was last empty: the length of the progress bar. */
  run: { total: number }
}
