import { expect, test } from 'vitest'
import { findSignOff, flatSignOffs } from './signOff.ts'

test.each([
  ...[
    'Med vennlig hilsen',
    'Mvh',
    'Venleg helsing',
    'Vänliga hälsningar,',
    'Venlig hilsen / Best regards',
  ],
  ...['Kind regards,', 'Mit freundlichen Grüßen', 'Cordialement,', 'Un saludo,', 'Cordiali saluti'],
  ...['Met vriendelijke groet,', 'Ystävällisin terveisin', 'Thanks,', '//Kari', '-- '],
])('%s ends a letter', greeting => {
  const text = `Hello\n\n${greeting}\nKari Nordmann`
  expect(text.slice(findSignOff(text)?.at).trim()).toMatch(
    /^(?:Kari\s)?Kari Nordmann$|^Kari Nordmann$/,
  )
})

test('the name beside it is kept', () => {
  expect(findSignOff('Hi\nHilsen Kari\n--\nKari Nordmann')?.signed).toBe('Kari')
})

test('thanks in a sentence end nothing', () => {
  expect(findSignOff('Thanks for the talk at the fair, it was good.\nSee you')).toBeUndefined()
})

test('without line breaks, too', () => {
  expect(flatSignOffs('See you. Med vennlig hilsen Kari Nordmann')).toHaveLength(1)
})
