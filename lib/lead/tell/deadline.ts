/*
 * Who handed their data over themselves has to know at once (GDPR, article 13). Where it came from
 * elsewhere, they are told when they are first written to, and within a month at the latest (article
 * 14(3)(a) and (b)). That month is what is counted here: after it, it is too late for anybody. A period
 * in months ends on the day of the same number, or on the last of a month that has no such day
 * (Regulation 1182/71, article 3).
 */

const DATE = /^([12]\d{3})-(\d\d)-(\d\d)$/
const DAY = 24 * 60 * 60 * 1000

/**
 * The last day on which anybody can be told in time.
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
