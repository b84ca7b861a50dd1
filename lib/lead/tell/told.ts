/** How somebody came to know that their data is kept. */
export const WAYS = [
  /** An e-mail to them was begun in the user's own mail program. */
  'by-mail',
  /** In person, by phone, or in whatever other way. */
  'in-person',
  /** They know: they handed over their card for this, or were told when they did. */
  'known',
] as const

export type Way = (typeof WAYS)[number]

/** That somebody was told, as the user says. */
export interface Told {
  /** The calendar date, `YYYY-MM-DD`. */
  on: string
  way: Way
}
