/** The kinds of data that can be kept of somebody. Their company's own are not about them. */
export const KINDS = [
  'name',
  'company',
  'title',
  'email',
  'phone',
  'profile',
  'relation',
  'met',
  'notes',
  'tags',
  'followUp',
  'activities',
] as const

export type Kind = (typeof KINDS)[number]

/**
 * What GDPR articles 13 and 14 have somebody be told, in one language. It has to go into a link, where a
 * letter beyond ASCII takes six signs and a line's end as many: short, and nothing twice.
 */
export interface Letter {
  /** For `Intl`. Dates in nynorsk are written as in bokmål, which browsers know. */
  readonly tag: string
  readonly kinds: Readonly<Record<Kind, string>>
  readonly and: string
  /** What stands where only the sender knows what to write, for them to replace. */
  readonly blanks: { readonly company: string; readonly contact: string; readonly source: string }
  /** The authority, where no single one is known. */
  readonly authority: string
  subject(company: string): string
  greeting(name: string): string
  readonly opening: string
  who(company: string, contact: string): string
  /** @param host of the system that the data is kept in */
  at(host: string): string
  what(kinds: string): string
  /** @param source where and when they met, or the blank */
  from(source: string): string
  /** Where and when somebody was met, or whichever of it is known. */
  met(whereAndWhen: string): string
  readonly why: string
  readonly howLong: string
  /** It stands apart from all else (article 21(4)). */
  readonly objection: string
  readonly rights: string
  complaint(authority: string): string
  readonly regards: string
}
