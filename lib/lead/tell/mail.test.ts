import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { compose, type Facts } from './compose.ts'
import { TELL_LANGUAGES } from './language.ts'
import { KINDS } from './letters/letter.ts'
import { LONGEST_LINK, tellMail } from './mail.ts'

const FACTS: Facts = {
  name: 'Kari Nordmann',
  kinds: ['name', 'company', 'email', 'met'],
  where: 'Example Fair',
  on: '2026-11-24',
  country: 'NO',
  host: 'crm.example.com',
  sender: { company: 'Example AS', contact: 'post@example.com' },
}

test('the letter says who, what, whence, why, how long, and what one can do about it', () => {
  const { subject, body } = compose(FACTS, 'nb')
  expect(subject).toBe('Opplysninger om deg hos Example AS')
  expect(body).toBe(`Hei Kari Nordmann

Vi har skrevet deg opp som forretningskontakt, og vil at du skal vite hva vi har om deg og hvorfor (GDPR artikkel 13 og 14).

Hvem som har opplysningene: Example AS, post@example.com. De ligger i kundesystemet vårt, crm.example.com.
Hva vi har: navn, arbeidsplass, e-post og når og hvor vi møttes.
Hvor vi har det fra: møtet vårt (Example Fair, 24. november 2026).
Hvorfor vi har det: for å følge opp forretningskontakten, som er vår berettigede interesse (artikkel 6 nr. 1 f).
Hvor lenge: så lenge vi trenger det til dette.

Du har rett til å protestere mot bruken når som helst (artikkel 21).

Du kan også be om innsyn, retting, sletting og begrensning. Det er nok å svare på denne e-posten. Du kan også klage til Datatilsynet (datatilsynet.no).

Vennlig hilsen
Example AS`)
})

test('what we do not know is a blank that shows', () => {
  const blank = { company: '', contact: ' ' }
  const facts = { ...FACTS, where: '', on: '', host: undefined, country: undefined, sender: blank }
  const { subject, body } = compose(facts, 'en')
  expect(subject).toBe('Data about you at [our company]')
  expect(body).toContain('Who has the data: [our company], [address, e-mail or phone].\n')
  expect(body).toContain('Where we have it from: [the source].')
  expect(body).toContain('to the data protection authority of the country in which you live')
})

describe.each(TELL_LANGUAGES)('in %s', language => {
  it('names every kind of data, the day, the authority and the articles', () => {
    const { body } = compose({ ...FACTS, kinds: KINDS }, language)
    for (const part of ['Kari Nordmann', 'Example AS', 'post@example.com', 'crm.example.com']) {
      expect(body).toContain(part)
    }
    expect(body).toMatch(/2026/)
    expect(body).toContain('Example Fair')
    expect(body).toContain('Datatilsynet (datatilsynet.no)')
    expect(body).toMatch(/13 \w+ 14\D/)
    expect(body).toMatch(/6\D+1\D+f\)|6\.1 f\)|6\(1\)\(f\)/)
    // The right to object stands in a paragraph of its own (article 21(4)).
    expect(body).toMatch(/\n\n[^.]+\(\w+ 21\)\.\n\n/)
    expect(body).not.toMatch(/undefined|\[|\$/)
    const kinds = KINDS.map(kind => compose({ ...FACTS, kinds: [kind] }, language).body)
    expect(new Set(kinds).size).toBe(KINDS.length)
  })

  it('fits into a link for people and companies as they are', () => {
    const facts = {
      ...FACTS,
      kinds: KINDS,
      name: 'Åse-Lill Sørby-Håkonsen',
      where: 'Nordic Example Fair, Lillestrøm',
      country: 'SE',
      sender: {
        company: 'Example Eiendomsutvikling og Forvaltning AS',
        contact: 'personvern@example.com, +47 22 33 44 55, Eksempelgata 1, 0001 Oslo',
      },
    }
    const { href, hasLetter, body } = tellMail(['ase-lill@example.com'], facts, language)
    expect(hasLetter).toBe(true)
    expect(decodeURIComponent(href.split('&body=')[1] ?? '')).toBe(body.replaceAll('\n', '\r\n'))
  })
})

test('a link that would be cut off loses the ends of long names, and the letter to copy does not', () => {
  const company = 'Sønner og døtre '.repeat(12)
  const facts = { ...FACTS, kinds: KINDS, sender: { company, contact: '' } }
  const { href, hasLetter, body } = tellMail(['kari@example.com'], facts, 'de')
  expect(hasLetter).toBe(true)
  expect(decodeURIComponent(href)).toContain('Sønner og døtre Sønner og…')
  expect(body).toContain(company.trim())
})

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 2000 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom('', '\r\nBcc: b@example.com', '&bcc=b@example.com', '\ud83d', 'Å'.repeat(500)),
)
const addresses = fc.array(
  fc.oneof(
    text,
    fc.string({ unit: 'grapheme', minLength: 1 }).map(part => `${part}@example.com`),
  ),
  { maxLength: 10 },
)

test('whatever somebody wrote, the link is short enough and says nothing but the letter', () => {
  const facts = fc.record({
    name: text,
    kinds: fc.subarray([...KINDS]),
    where: text,
    on: fc.oneof(text, fc.constant('2026-11-24')),
    country: fc.option(fc.constantFrom('NO', 'FR', 'XX', ''), { nil: undefined }),
    host: fc.option(text, { nil: undefined }),
    sender: fc.record({ company: text, contact: text }),
  })
  fc.assert(
    fc.property(addresses, facts, fc.constantFrom(...TELL_LANGUAGES), (to, given, language) => {
      const { href, hasLetter, body } = tellMail(to, given, language)
      expect(href.length).toBeLessThanOrEqual(LONGEST_LINK)
      expect(href.match(/[?&]/g)).toEqual(['?', '&'])
      const sent = decodeURIComponent(href.split('&body=')[1] ?? '')
      if (hasLetter) expect(sent.split('\r\n')).toHaveLength(body.split('\n').length)
      else expect(sent).toBe('')
    }),
  )
})
