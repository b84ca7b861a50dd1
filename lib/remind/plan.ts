import { calendarDate } from '../lead/dates.ts'
import { daysAfter } from '../lead/quickDates.ts'

/** The hour in which people are told, where they are: early enough to plan the day by it. */
const HOUR = 8

/** How long somebody may have been away and still is told of what was due meanwhile, in days. */
const LATEST = 7

export interface Plan {
  /** Told of now is whoever's day is one of these and who was not told of yet, `YYYY-MM-DD`. */
  from: string
  through: string
  /** When to look again, in milliseconds since the epoch. */
  wakeAt: number
}

/**
 * What to tell now, and when to look again. Pure, but for the time zone that dates are read in.
 *
 * It looks every morning, whether somebody is due then or not: so no window that writes a day down
 * has to set an alarm, and one that was lost is back the next day.
 *
 * @param since the day on which reminders were switched on, `YYYY-MM-DD`
 */
export function planReminders(now: Date, since: string): Plan {
  const today = calendarDate(now)
  const isEarly = now.getHours() < HOUR
  const latest = daysAfter(today, -LATEST)
  return {
    from: since > latest ? since : latest,
    through: isEarly ? daysAfter(today, -1) : today,
    wakeAt: morningOf(isEarly ? today : daysAfter(today, 1)),
  }
}

function morningOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, HOUR).getTime()
}
