import { calendarDate } from '../../../lib/lead/dates.ts'
import { daysAfter } from '../../../lib/lead/quickDates.ts'
import { seed } from '../../e2e/people.ts'
import type { Stage, State } from '../stage.ts'
import { various } from './people.ts'

/** The list of whom one is to follow up. */

/** People with these many days until each is to be followed up. */
const seedDays = ({ page }: Stage, ...days: number[]) =>
  seed(page, {
    count: days.length,
    fields: index => ({
      ...various(index),
      followUp: daysAfter(calendarDate(new Date()), days[index] ?? 0),
    }),
  })

export const FOLLOW_UPS: State[] = [
  { name: 'follow-ups-empty', path: 'options.html#follow-ups', sign: '.empty' },
  {
    name: 'follow-ups-full',
    path: 'options.html#follow-ups',
    before: stage => seedDays(stage, -1, 0, 0, 1, 4, 14, 30),
    async act({ page }) {
      await page.locator('[data-when=today] li:nth-child(2) [aria-expanded]').click()
    },
    sign: '.later .quick button:focus',
  },
  {
    name: 'follow-ups-overdue',
    path: 'options.html#follow-ups',
    before: stage => seedDays(stage, ...Array.from({ length: 60 }, (_, index) => -1 - index)),
    sign: '[data-when=overdue] > button',
  },
  {
    name: 'follow-ups-put-off',
    path: 'options.html#follow-ups',
    before: stage => seedDays(stage, 0, 1, 3),
    async act({ page }) {
      await page.locator('[data-when=today] [aria-expanded]').click()
      await page.locator('.later .quick button').last().click()
    },
    sign: '.notice button',
  },
]
