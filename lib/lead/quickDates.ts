/** A day that is chosen with one key or click: how it is said, and which day it is. */
export interface QuickDate {
  is: 'tomorrow' | 'weekday' | 'two-weeks' | 'today' | 'yesterday'
  /** `YYYY-MM-DD` */
  on: string
}

/**
 * A calendar date so many days later, or earlier. Counted in UTC, where each day has 24 hours.
 *
 * @param day `YYYY-MM-DD`
 */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

const [MONDAY, THURSDAY, FRIDAY] = [1, 4, 5]

const weekdayOf = (day: string) => new Date(`${day}T00:00Z`).getUTCDay()

/** The next such day of the week, a whole week ahead where it is one today. */
const coming = (today: string, weekday: number) =>
  daysAfter(today, (weekday - weekdayOf(today) + 7) % 7 || 7)

/**
 * When to follow up: tomorrow, the coming Friday, or in two weeks. On a Thursday, where that Friday
 * is tomorrow already, the Monday after it stands in its place.
 *
 * @param today `YYYY-MM-DD`
 */
export const datesAhead = (today: string): QuickDate[] => [
  { is: 'tomorrow', on: daysAfter(today, 1) },
  { is: 'weekday', on: coming(today, weekdayOf(today) === THURSDAY ? MONDAY : FRIDAY) },
  { is: 'two-weeks', on: daysAfter(today, 14) },
]

/** When something mostly happened that somebody logs now. */
export const datesBehind = (today: string): QuickDate[] => [
  { is: 'today', on: today },
  { is: 'yesterday', on: daysAfter(today, -1) },
]
