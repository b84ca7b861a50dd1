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

test('an angle right beneath a name is a bullet of the card', () => {
  const card = `${OWN}\n> 22 33 44 55\n> kari@example.com`
  expect(withoutQuoted(card)).toBe(card)
  expect(withoutQuoted(`${OWN}\n\n> 22 33 44 55`).trim()).toBe(OWN)
})

test.each([
  '---------- Forwarded message ---------\nFrom: Kari <kari@example.com>\nTo: <ola@example.org>',
  'To: <ola@example.org>\nFrom: Kari <kari@example.com>\nDate: Monday',
])('who is passed on is the one in %j', header => {
  const own = withoutQuoted(`${header}\n\nHi!\n\n${OWN}`)
  expect(own).toContain('kari@example.com')
  expect(own).toContain(OWN)
  expect(own).not.toContain('ola@')
})

test.each(['\n', ' '])('a header of the sender’s own has another’s address (%j)', end => {
  const header = [
    'From: Kari Nordmann <kari@example.com>',
    'Sent: Monday',
    'To: <ola@example.org>',
    'Subject: Hi',
  ]
  const own = withoutQuoted(`${header.join(end)}${end}Hi Ola,\n${OWN}`)
  expect(own).toContain('kari@example.com')
  expect(own).toContain(OWN)
  expect(own).not.toContain('ola@example.org')
})
