/** When somebody wants to be reminded, where that is no more the day that the form says. */
export interface Moved {
  /** The form's day, for which this was said: of another one it says nothing. */
  of: string
  /** `YYYY-MM-DD`; empty for never, since it is done. */
  on: string
}

/**
 * The day on which somebody is to be followed up; none where nobody said one, or it is done. *Done*
 * and *later* are the user's own, beside the form: what is on a card says which day was meant when
 * it was promoted, and to have put it off is no news for the company.
 *
 * @param followUp as it stands in the form
 */
export function reminderDay(followUp: string, moved?: Moved): string | undefined {
  const day = moved?.of === followUp ? moved.on : followUp
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined
}
