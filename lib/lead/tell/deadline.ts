/*
 * GDPR article 14(3)(a): whoever's data did not come from themselves is told within a month. A period
 * in months ends on the day of the same number, or on the last of a month that has no such day
 * (Regulation 1182/71, article 3).
 */

const DATE = /^([12]\d{3})-(\d\d)-(\d\d)$/
const DAY = 24 * 60 * 60 * 1000

/**
 * The last day on which somebody can be told in time.
 *
 * @param obtained the calendar date on which their data was obtained, `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`; empty text, which comes before every date, where nobody knows when it was
 */
export function tellBy(obtained: string): string {
  const [, year, month, day] = DATE.exec(obtained)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return ''
  if (isoOf(year, month - 1, day) !== obtained) return '' // no such day
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return isoOf(year, month, Math.min(day, last))
}

const isoOf = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/** Days from one calendar date to another; negative once it is past. */
export const daysUntil = (date: string, today: string): number =>
  Math.round((Date.parse(date) - Date.parse(today)) / DAY)
