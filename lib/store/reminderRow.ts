import { reminderDay } from '../lead/reminder.ts'
import type { DraftRow, ReminderRow } from './rows.ts'

/** When somebody is to be followed up; `undefined` where that is never. */
export function reminderRow({
  id,
  fields,
  moved,
}: Pick<DraftRow, 'id' | 'fields' | 'moved'>): ReminderRow | undefined {
  const on = reminderDay(fields.followUp, moved)
  return on === undefined ? undefined : { id, on, due: on }
}
