import type { Draft, DraftFields } from '../lead/draft.ts'
import type { Problem } from '../lead/problem.ts'
import type { Moved } from '../lead/reminder.ts'
import type { Activity, Lead } from '../lead/schema.ts'
import type { Told } from '../lead/tell/told.ts'

/** A person as they were written down. Stays when the lead is on the card: it is the list's row. */
export interface DraftRow {
  id: string
  /** See `Draft.counter`. */
  counter: number
  fields: DraftFields
  /** See `Draft.written`; rows of before it was kept have none. */
  written?: Draft['written']
  /** Counts up with each new row, so that the newest comes first whatever the clock says. */
  order: number
  /** What the card had when somebody last began to edit it here. */
  before?: DraftFields
  /** The last promoted revision that a CRM may have seen; 0 for none. */
  revision: number
  /**
   * The last revision of those that are known to be in no CRM: refused there, or taken back in time.
   * Nothing tells so of a higher one.
   */
  nowhere?: number
  /** What was answered when the CRM said whom it knows already. */
  chosen?: Chosen
  /** What was noted of this person since they were promoted, in that order. */
  activities?: Noted[]
  /**
   * By when they have to be told that their data is kept: there as long as a CRM may have it and they
   * were not told. Of a draft or a personal contact the company has nothing, so nobody has to be told.
   */
  tellBy?: string
  /** That they were told. Only here: no card and no other device learns of it. */
  told?: Told
  /** That following up is done, or put off. Never sent, nor part of the form. */
  moved?: Moved
  /** Beginnings of words to search by, folded. */
  tokens: string[]
}

/**
 * What somebody is looked up by, in a narrow row beside their draft: most keystrokes change nothing
 * in it, and what is read of it is little.
 */
export interface KnownRow {
  id: string
  order: number
  /** See `keysOf`. */
  keys: string[]
  /** The company as it is written, folded; none where there is none. */
  firm?: string
}

/** When somebody is to be followed up: in a narrow row of its own, which only they have who are. */
export interface ReminderRow {
  id: string
  /** `YYYY-MM-DD` */
  on: string
  /** The same day, until the user was told, so that an index over it holds no others. */
  due?: string
}

/** Which contact of one CRM a lead is or isn't, as somebody said. */
export type Chosen = NonNullable<Lead['contact']> & { connectionId: string }

/** An activity, and the revision in which it first went out. */
export type Noted = Activity & { revision: number }

export interface Card {
  id: string
  /** Only where it leads to the CRM that the lead was sent to. */
  url?: string
  /** The company's name and organisation number as the card has them, where the CRM told. */
  name?: string
  number?: string
  /** Which of the card's contacts the lead is there, where the CRM told. */
  contact?: string
}

interface OutboxBase {
  leadId: string
  revision: number
  /** The connection that the user saw when they promoted. To another one, it never goes by itself. */
  connectionId: string
  /** Order of promotion, and the key of the frozen lead; a counter, not a time. */
  seq: number
  /** Requests that ended with this revision in them and without a place on the card. */
  attempts: number
  /** An earlier request with this lead may have arrived: nobody knows. Stays until one is settled. */
  unclear?: true
  /** It says more than what was promoted before, and so is no draft that could be taken back whole. */
  amended?: true
  /** The user looked at the card and said that the step that nobody could tell of is missing. */
  isMissing?: true
  /** When the CRM first had trouble with this lead alone, in milliseconds since the epoch. */
  failingSince?: number
  /** The newest revision that the CRM said it has, and where. */
  confirmed?: { revision: number; seq: number; card?: Card }
}

/**
 * Where a promoted lead stands: narrow, because it is rewritten with every step, while the lead
 * itself lies frozen in a row of its own (one that is never rewritten). A lead of which nothing like
 * it is kept is a draft. Times are milliseconds since the epoch. `dueAt` and `stuck` are there in one phase
 * only, so that the indexes over them hold no other row.
 */
export type OutboxRow = OutboxBase &
  (
    | { phase: 'queued'; dueAt: number; problem?: Problem }
    | { phase: 'needs-you'; problem: Problem; stuck: 1 }
    | { phase: 'on-card'; confirmed: NonNullable<OutboxBase['confirmed']>; edited?: true }
  )

export type QueuedRow = Extract<OutboxRow, { phase: 'queued' }>

/**
 * Leads that a CRM put on the card with one request, and nothing else is to be said of: one row for
 * all of them, since a row each is what takes most of the time of sending. A lead that has a row in
 * the outbox stands where that says; else where the newest of these says that names it.
 */
export interface SettledRow {
  /** Counts up. */
  id?: number
  connectionId: string
  /** Column by column: in each, the value at one place belongs to one lead. */
  leadIds: string[]
  revisions: number[]
  seqs: number[]
  attempts: number[]
  cardIds: (string | undefined)[]
  urls: (string | undefined)[]
  /** What else was told of the cards, if anything was. */
  more?: (Omit<Card, 'id' | 'url'> | undefined)[]
}

/** A request that is under way, and the leads in it: their rows stay queued until it is settled. */
export interface LeaseRow {
  id: string
  /** The run that began it. */
  owner: string
  /** When its sender is taken for dead, in milliseconds since the epoch. */
  until: number
  leads: { leadId: string; revision: number; seq: number }[]
}

/** The lead as it was promoted, byte for byte what is sent. Written once. */
export interface FrozenRow {
  seq: number
  leadId: string
  revision: number
  lead: Lead
}

/** What a CRM made of a lead so far, step by step, where it takes more than one request. */
export interface RemoteRow {
  connectionId: string
  leadId: string
  /** The name of a step, and what came of it: mostly the id of what was made. */
  done: Record<string, string>
}

/** What holds for the whole queue, in one row each. */
export interface MetaRows {
  /** The CRM asked us to wait, or didn't answer: nobody sends before `until`. */
  hold: { until: number; failures: number; since: number; problem: Problem }
  /** How fast the CRM takes leads: requests at a time, and leads in each. */
  pace: { lanes: number; batch: number }
  paused: { since: number }
  /** See `front.ts`. */
  front: { seq: number }
  /** How many leads were promoted since the queue was last empty: the length of the progress bar. */
  run: { total: number }
  /** Whom a notification is being shown of: not known to have been, if the worker died over it. */
  telling: { ids: string[] }
  /** That this database has been in use; `storage.local` has the like. See lib/sync/loss.ts. */
  mark: true
}
