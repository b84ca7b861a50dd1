import { expect, test } from 'vitest'
import { withoutQuoted } from './quoted.ts'

const OWN = 'Kari Nordmann\nExample AS'
const OTHER = 'Ola Nordmann, ola@example.org'

test.each([
  `From: Ola Nordmann <ola@example.org>\nSent: Monday\nTo: Kari\n\n${OTHER}`,
  `Fra: Ola\nSendt: mandag\n${OTHER}`,
  `-----Ursprüngliche Nachricht-----\n${OTHER}`,
  `---------- Forwarded message ---------\n${OTHER}`,
  `On Mon, 3 Mar 2025, Ola Nordmann <ola@example.org> wrote:\n${OTHER}`,
  `Den 12. mai 2025 skrev Ola Nordmann <ola@example.org>:\n> ${OTHER}`,
  `Le 3 mars 2025, Ola a écrit :\n${OTHER}`,
  `> ${OTHER}`,
])('what was quoted with %j is gone', quote => {
  const own = withoutQuoted(`${OWN}\n\n${quote}`)
  expect(own).toContain(OWN)
  expect(own).not.toContain('Ola')
})

test('an answer beneath the quote stays', () => {
  const own = withoutQuoted(`On Monday Ola wrote:\n> Hi, Ola\n\n${OWN}`)
  expect(own).toContain(OWN)
  expect(own).not.toContain('Ola')
})

test('where nothing else is there, what was quoted is meant', () => {
  expect(withoutQuoted(`> ${OTHER}`)).toContain(OTHER)
})
