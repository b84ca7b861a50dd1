/** The calendar date of a moment, in UTC as everything here: `2026-03-01`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
