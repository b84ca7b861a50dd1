import { expect, test } from 'vitest'
import { type Moved, reminderDay } from './reminder.ts'

const DAY = '2026-12-01'

test.each<[string, string, Moved | undefined, string | undefined]>([
  ['the day of the form', DAY, undefined, DAY],
  ['no day', '', undefined, undefined],
  ['something that is no day', 'next week', undefined, undefined],
  ['a year that no calendar of ours has', '12026-12-01', undefined, undefined],
  ['a later day', DAY, { of: DAY, on: '2026-12-04' }, '2026-12-04'],
  ['done', DAY, { of: DAY, on: '' }, undefined],
  ['done, and another day since', '2026-12-09', { of: DAY, on: '' }, '2026-12-09'],
  ['put off, and no day since', '', { of: DAY, on: '2026-12-04' }, undefined],
])('%s', (_, followUp, moved, on) => expect(reminderDay(followUp, moved)).toBe(on))
