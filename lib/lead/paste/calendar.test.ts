import { expect, test } from 'vitest'
import { calendarText } from './calendar.ts'

test('the organiser and the description are left, in their places', () => {
  const entry = [
    'BEGIN:VEVENT',
    'UID:1@example.com',
    'ORGANIZER;CN="Kari Nordmann":mailto:kari@example.com',
    'ATTENDEE;CN=Ola:mailto:ola@example.com',
    'DESCRIPTION:Kari\\, Sales\\nCall me',
  ].join('\n')
  const text = calendarText(entry)
  expect(text.replace(/\s+/g, ' ').trim()).toBe(
    'Kari Nordmann mailto:kari@example.com Kari, Sales Call me',
  )
  expect(text.indexOf('Kari')).toBe(entry.indexOf('Kari'))
})
