/**
 * What happened, as somebody could have written it down who stood between the people, the browser
 * and the CRM, and knows nothing of what is inside. Times are milliseconds by a clock that nobody
 * sets.
 */

/** A lead in a revision, and all that it says. */
export interface Said {
  lead: string
  revision: number
  text: string
}

export type Entry = { at: number } & (
  | { is: 'promoted'; connection: string; said: readonly Said[] }
  /** More was said of these, or less of what nobody had heard; an earlier request may be under way. */
  | { is: 'amended'; connection: string; said: readonly Said[] }
  /** These are drafts again. */
  | { is: 'taken back'; leads: readonly string[] }
  /** Somebody wants to correct it: a draft again, or an edit of what is on the card. */
  | { is: 'reopened'; lead: string }
  /** Somebody had these sent again, to this connection; `missing` are those that they looked for. */
  | { is: 'retried'; connection: string; leads: readonly string[]; missing: readonly string[] }
  /** `sending`: who was shown as being under way at that moment. */
  | { is: 'paused'; sending: readonly string[] }
  | { is: 'resumed' }
  | { is: 'connected'; connection: string }
  | { is: 'granted'; granted: boolean }
  | { is: 'clock set' }
  | { is: 'killed'; worker: string }
  /** A write to the disk failed. */
  | { is: 'not written' }
  /** A request left. */
  | { is: 'call'; call: number; worker: string; to: string; leads: readonly Said[] }
  /** The CRM answered, and the sender heard it: which leads it said to have. */
  | { is: 'answer'; call: number; took: readonly Omit<Said, 'text'>[]; wait?: number }
  /** The sender heard that there is no answer. */
  | { is: 'lost'; call: number }
  /** What people are shown. */
  | { is: 'shown'; lead: string; revision: number; as: 'on-card' | 'needs-you' }
  /** Whether something more may happen at the end by itself; and what the CRMs have then. */
  | { is: 'end'; isQuiet: boolean; cards: readonly Card[] }
)

/** What a CRM has of one lead. */
export interface Card {
  connection: string
  lead: string
  /** Each record that stands for the lead, and the revision that it has. */
  records: readonly { revision: number; text: string }[]
  /** How often each revision's note is there, where notes are records of their own. */
  notes: Readonly<Record<number, number>>
}
