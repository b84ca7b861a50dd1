import { isOrgNumber } from '../orgNumber.ts'
import { readPhone } from '../phone.ts'
import type { Found, PasteField } from './found.ts'
import { findLinks, isSocial, type Link, slugOf } from './links.ts'
import { stripTitles } from './name.ts'
import type { Span } from './plain.ts'

/** A property of a card: RFC 6350 and 2426, and vCard 2.1. */
interface Property {
  readonly name: string
  readonly params: string
  readonly value: string
  readonly span: Span
}

const BEGIN = /BEGIN:VCARD|MECARD:/i

/** Whether a text is, or holds, a card or an entry of one. */
export const isVcard = (text: string) => BEGIN.test(text)

/** The short form that is drawn as a square of dots: *MECARD:N:Nordmann,Kari;TEL:22334455;;*. */
const MECARD = /MECARD:([^\n]+)/i

const fromMecard = (whole: string, rest: string) =>
  whole.slice(0, -rest.length).slice(0, -1) +
  `\n${rest.replace(/(?<!\\);/g, '\n').replace(/^N:.*$/m, name => name.replace(/,/g, ';'))}`

/** What the first card of a text says. */
export function readVcard(card: string, country: string): Found[] {
  const text = card.replace(MECARD, fromMecard)
  const begin = BEGIN.exec(text)?.index ?? 0
  const end = /END:VCARD/i.exec(text.slice(begin))
  const properties = propertiesOf(text, begin, end === null ? text.length : begin + end.index)
  const all = (name: string) => properties.filter(one => one.name === name)
  const found: Found[] = []
  const add = (field: PasteField, value: string | undefined, span: Span) => {
    const clean = value?.replace(/\s+/g, ' ').trim()
    if (!clean) return false
    const known = found.find(
      one => one.field === field && one.value.toLowerCase() === clean.toLowerCase(),
    )
    if (known) found[found.indexOf(known)] = { ...known, spans: [...known.spans, span] }
    else found.push({ field, value: clean, spans: [span] })
    return true
  }
  // The card of a firm says so, or has its name twice and nobody's beside it.
  const isNobody = all('N').length > 0 && all('N').every(one => !/\p{L}/u.test(one.value))
  const org = unescaped(fields(all('ORG')[0]?.value ?? '')[0] ?? '')
  const isFirm =
    all('KIND').some(one => /^org/i.test(one.value)) ||
    (isNobody && all('FN').some(one => unescaped(one.value) === org))
  const named =
    !isFirm && all('FN').some(one => add('name', stripTitles(unescaped(one.value)).name, one.span))
  if (!named && !isFirm)
    for (const one of all('N').slice(0, 1)) add('name', fromParts(one.value), one.span)
  for (const one of [...all('TITLE'), ...all('ROLE')].slice(0, 1))
    add('title', unescaped(one.value), one.span)
  for (const one of all('ORG').slice(0, 1))
    add('company', unescaped(fields(one.value)[0] ?? ''), one.span)
  for (const one of all('EMAIL')) {
    const address = unescaped(one.value).replace(/^mailto:/i, '')
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) add('email', address, one.span)
  }
  for (const one of all('TEL')) {
    if (/fax/i.test(one.params) || labelOf(properties, one)?.match(/fax|faks/i)) continue
    const number = unescaped(one.value)
      .replace(/^tel:/i, '')
      .replace(/;?ext=.*$/i, '')
    add('phone', readPhone(number, country), one.span)
  }
  readAddresses(properties, add)
  for (const one of properties) {
    const digits = unescaped(one.value).replace(/\D/g, '')
    const isLabelled = /org|mva|brreg|f[oø]retak/i.test(`${one.name}${one.params}${one.value}`)
    const number = /(?<!\d)[89]\d{2}\s?\d{3}\s?\d{3}(?!\d)/
      .exec(unescaped(one.value))?.[0]
      .replace(/\D/g, '')
    if (isLabelled && !/^(?:TEL|FN|ADR)$/.test(one.name)) {
      const value = [number ?? '', digits].find(isOrgNumber)
      if (value !== undefined && add('orgNumber', value, one.span)) break
    }
  }
  return found
}

function readAddresses(
  properties: readonly Property[],
  add: (field: PasteField, value: string, span: Span) => boolean,
) {
  const taken = new Set<PasteField>()
  for (const one of properties) {
    const link = ADDRESSED.test(one.name) ? findLinks(unescaped(one.value))[0] : undefined
    const field = link && fieldOf(link, one.name)
    if (link === undefined || field === undefined || taken.has(field)) continue
    if (add(field, link.value, one.span)) taken.add(field)
  }
}

const ADDRESSED = /^(?:URL|X-SOCIALPROFILE|SOCIALPROFILE|X-LINKEDIN|X-URL|IMPP|NOTE)$/

function fieldOf(link: Link, property: string): PasteField | undefined {
  if (slugOf(link) !== undefined) return 'profile'
  return property === 'URL' && !isSocial(link) ? 'website' : undefined
}

/** The properties, with their folded lines joined and their encodings undone. */
function propertiesOf(text: string, begin: number, end: number): Property[] {
  const properties: Property[] = []
  let at = begin
  const rows = text.slice(begin, end).split('\n')
  for (let row = 0; row < rows.length; row++) {
    const start = at
    let line = rows[row] ?? ''
    at += line.length + 1
    const isQuoted = /ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE/i.test(
      line.slice(0, line.indexOf(':') + 1),
    )
    while (
      row + 1 < rows.length &&
      (/^[ \t]/.test(rows[row + 1] ?? '') || (isQuoted && line.endsWith('=')))
    ) {
      const next = rows[++row] ?? ''
      at += next.length + 1
      line = isQuoted && line.endsWith('=') ? line.slice(0, -1) + next : line + next.slice(1)
    }
    const match = /^(?:[\w-]+\.)?([A-Z-]+)((?:;[^:;"]*(?:"[^"]*")?[^:;]*)*):(.*)$/is.exec(
      line.trimEnd(),
    )
    if (!match) continue
    const [, name = '', params = '', raw = ''] = match
    const value = isQuoted ? fromQuotedPrintable(raw, params) : raw
    properties.push({
      name: name.toUpperCase(),
      params: `${/^[\w-]+(?=\.)/.exec(line)?.[0] ?? ''}${params}`,
      value,
      span: { start, end: at - 1 },
    })
  }
  return properties
}

/** What a phone's own label says of a property of the same group: `item1.X-ABLabel:Fax`. */
function labelOf(properties: readonly Property[], { params }: Property): string | undefined {
  const group = /^[\w-]+/.exec(params)?.[0]
  return group === undefined
    ? undefined
    : properties.find(one => one.name === 'X-ABLABEL' && one.params === group)?.value
}

function fromQuotedPrintable(text: string, params: string): string {
  const bytes: number[] = []
  for (const { 0: part } of text.matchAll(/=[\dA-F]{2}|\P{Cn}/giu)) {
    if (part.length === 3 && part.startsWith('=')) bytes.push(Number.parseInt(part.slice(1), 16))
    else bytes.push(...new TextEncoder().encode(part))
  }
  const charset = /CHARSET=([\w-]+)/i.exec(params)?.[1]
  const isLatin = charset !== undefined && /8859-1|1252|latin/i.test(charset)
  return new TextDecoder(isLatin ? 'windows-1252' : 'utf-8').decode(new Uint8Array(bytes))
}

/** The parts between semicolons that aren't escaped. */
const fields = (value: string) => value.split(/(?<!\\);/)

const unescaped = (value: string) =>
  value.replace(/\\([nN,;:\\])/g, (_, letter: string) => (/n/i.test(letter) ? ' ' : letter)).trim()

/** Given, additional and family name, and what comes after: *Jr.* and *III* stay. */
function fromParts(value: string): string {
  const [family = '', given = '', more = '', , suffix = ''] = fields(value).map(unescaped)
  const kept = /^(?:jr|sr|ii|iii|iv)\.?$/i.test(suffix) ? suffix : ''
  return [given, more, family, kept]
    .map(part => part.replace(/,/g, ' '))
    .filter(part => part !== '')
    .join(' ')
}
