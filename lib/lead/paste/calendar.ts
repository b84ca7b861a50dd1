import { blank } from './found.ts'

export const isCalendar = (text: string) => /BEGIN:V(?:EVENT|CALENDAR)/i.test(text)

/** What folds a long line of a calendar entry: RFC 5545, 3.1. */
export const FOLD = /\n[ \t]/g

const KEPT = /^(?:ORGANIZER|DESCRIPTION|CONTACT|COMMENT)(?=[;:])/i
const PROPERTY = /^[A-Z-]+(?:[^:\n]{0,80}?;CN="?|(?:;[^:\n]{0,80})?:)/i

/**
 * The text of an unfolded calendar entry as a letter would have it: the organiser, and what the
 * description says. What else is there becomes blank; offsets stay.
 */
export function calendarText(text: string): string {
  const rows = text.split('\n')
  return rows
    .map(row => (KEPT.test(row) ? plainRow(row) : blank(row, [{ start: 0, end: row.length }])))
    .join('\n')
}

function plainRow(row: string): string {
  const spaces = (found: string) => ' '.repeat(found.length)
  return row
    .replace(PROPERTY, spaces)
    .replace(/"?[;:](?=mailto:)/i, found => '\t'.repeat(found.length))
    .replace(/\\n/gi, ' \n')
    .replace(/\\([,;])/g, '$1 ')
}
