import { expect, test } from 'vitest'
import { calendarDate } from './dates.ts'

test('the date is the one on the wall, also late in the evening', () => {
  expect(calendarDate(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
})
