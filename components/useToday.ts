import { useEffect, useState } from 'preact/hooks'
import { calendarDate } from '../lib/lead/dates.ts'

/** How often it is looked whether another day has come: a clock may be set, a machine may sleep. */
const PULSE = 60_000

/** The calendar date where the user is, `YYYY-MM-DD`, also in a window that stands open overnight. */
export function useToday(): string {
  const [today, setToday] = useState(() => calendarDate(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setToday(calendarDate(new Date())), PULSE)
    return () => clearInterval(timer)
  }, [])
  return today
}
