import tables from 'libphonenumber-js/min/metadata'

/*
 * Numbers are read as Google's libphonenumber reads them, from its own tables (libphonenumber-js,
 * version 4: METADATA.md has the columns), and nothing else of it: written, sorted by kind or found
 * in a text, they weigh three times as much. The test holds this to the library's own answers.
 */

interface Plan {
  readonly callingCode: string
  /** What is dialled before a country code: `00`, `011`. */
  readonly exit: RegExp | undefined
  readonly pattern: RegExp | undefined
  /** What is dialled before a number of the same country, such as `0`, and what it stands for. */
  readonly prefix: RegExp | undefined
  readonly transform: string | undefined
  readonly lengths: ReadonlySet<number>
}

type Row = readonly unknown[]

const codes: Partial<Record<string, readonly string[]>> = tables.country_calling_codes
const countries: Partial<Record<string, Row>> = tables.countries

/** The countries whose numbers can be read, ISO 3166-1 alpha-2. */
export const COUNTRIES: readonly string[] = Object.keys(countries).filter(code => code.length === 2)
const elsewhere: Partial<Record<string, Row>> = tables.nonGeographic ?? {}

const DIGIT = '0-9\uff10-\uff19\u0660-\u0669\u06f0-\u06f9'
const GAP =
  '\\-\u2010-\u2015\u2212\u30fc\uff0d\uff0f/\uff0e. \u00a0\u00ad\u200b\u2060\u3000()\uff08\uff09\uff3b\uff3d\\[\\]~\u2053\u223c\uff5e'
const EXTENSION = `(?:;ext=|[ \u00a0\\t,]*(?:e?xt(?:ensi(?:o\u0301?|ó))?n?|доб|anexo|[x#~]|int)[:.]?[ \u00a0\\t,-]*|[- ]+(?=\\d{1,6}#)|[ \u00a0\\t]*(?:,+|;)[:.]?[ \u00a0\\t,-]*)[${DIGIT}]{1,20}#?$`

const START = new RegExp(`[+\uff0b${DIGIT}]`)
const END = new RegExp(`[^${DIGIT}#]+$`)
const AT_END = new RegExp(EXTENSION, 'i')
const NUMBER = new RegExp(
  `^(?:[${DIGIT}]{2}|[+\uff0b]?(?:[${GAP}]*[${DIGIT}]){3,}[${GAP}${DIGIT}]*)$`,
)

/** Longer than any number that is written by itself, in UTF-16 code units. */
const LONGEST = 250

/**
 * Reads a phone number as people write it.
 *
 * @param text what stands in the field
 * @param country ISO 3166-1 alpha-2 of numbers without a country code
 * @returns E.164 (ITU-T), such as `+4722334455`; `undefined` where no number could be read
 */
export function readPhone(text: string, country: string): string | undefined {
  const dialled = dialledIn(text)
  const home = planOf(Object.hasOwn(countries, country) ? countries[country] : undefined)
  const away = dialled === undefined ? undefined : awayFrom(dialled, home)
  if (away === undefined) return undefined
  const plan = away.code === undefined ? home : planAt(away.code)
  if (plan === undefined) return undefined
  const number = withoutPrefix(away.digits, plan)
  return number.length > 1 && plan.lengths.has(number.length)
    ? `+${plan.callingCode}${number}`
    : undefined
}

/** The digits of a number as dialled, with its `+`; without an extension. */
function dialledIn(text: string): string | undefined {
  const start = text.search(START)
  if (text.length > LONGEST || start < 0) return undefined
  const number = text
    .slice(start)
    .replace(END, '')
    .replace(/;isub=.*$/, '')
    .replace(AT_END, '')
  if (!NUMBER.test(number)) return undefined
  const plus = /^[+\uff0b]/.test(number) ? '+' : ''
  // Full-width, Arabic and Persian digits: their last four bits, counted from their own zero.
  return plus + Array.from(number, digitOf).join('')
}

function digitOf(character: string): string {
  const at = character.charCodeAt(0)
  const zero = [0x30, 0xff10, 0x660, 0x6f0].find(first => at >= first && at < first + 10)
  return zero === undefined ? '' : String(at - zero)
}

interface Dialled {
  /** The country code; absent in a number of the plan at home. */
  readonly code?: string
  readonly digits: string
}

/** Takes a number's country code off, whether it was written with `+`, with `00` or with neither. */
function awayFrom(dialled: string, home: Plan | undefined): Dialled | undefined {
  if (dialled.startsWith('+')) return withCode(dialled.slice(1))
  const exit = home?.exit?.exec(dialled)?.[0]
  if (exit && exit !== dialled && dialled[exit.length] !== '0') {
    return withCode(dialled.slice(exit.length))
  }
  if (home === undefined) return undefined
  const bare = dialled.startsWith(home.callingCode)
    ? dialled.slice(home.callingCode.length)
    : undefined
  return bare !== undefined && isBetter(bare, dialled, home)
    ? { code: home.callingCode, digits: bare }
    : { digits: dialled }
}

/** `47 22 33 44 55`: with the country's code before it, it is no number at home, and without it one. */
function isBetter(bare: string, whole: string, home: Plan): boolean {
  const [one, other] = [withoutPrefix(whole, home), withoutPrefix(bare, home)]
  const isHome = (number: string) => home.pattern?.test(number) ?? false
  return (!isHome(one) && isHome(other)) || one.length > Math.max(...home.lengths)
}

function withCode(digits: string): Dialled | undefined {
  if (digits.startsWith('0')) return undefined
  const code = [1, 2, 3]
    .map(length => digits.slice(0, length))
    .find(beginning => codes[beginning] !== undefined || elsewhere[beginning] !== undefined)
  return code === undefined ? undefined : { code, digits: digits.slice(code.length) }
}

const planAt = (code: string) => planOf(countries[codes[code]?.[0] ?? ''] ?? elsewhere[code])

/** A row of the tables; the first country of those that share a code lends the others its lengths. */
function planOf(row: Row | undefined): Plan | undefined {
  if (row === undefined) return undefined
  const [callingCode, exit, pattern, lengths, , national, , prefix, transform] = row
  const first = countries[codes[String(callingCode)]?.[0] ?? '']
  const whole = (text: unknown) => (text ? new RegExp(`^(?:${text})$`) : undefined)
  return {
    callingCode: String(callingCode),
    exit: exit ? new RegExp(`^(?:${exit})`) : undefined,
    pattern: whole(pattern),
    prefix: prefix || national ? new RegExp(`^(?:${prefix || national})`) : undefined,
    transform: transform ? String(transform) : undefined,
    lengths: new Set([lengths, first?.[3] ?? []].flat() as number[]),
  }
}

/** A number without its `0`, unless it is one only with it. */
function withoutPrefix(digits: string, { prefix, transform, pattern, lengths }: Plan): string {
  const match = prefix?.exec(digits)
  if (prefix === undefined || !match) return digits
  const hasGroup = match.length > 1 && match.at(-1) !== undefined && match.at(-1) !== ''
  const rest =
    transform !== undefined && hasGroup
      ? digits.replace(prefix, transform)
      : digits.slice(match[0].length)
  if (rest === digits) return digits
  if (pattern?.test(digits) && !pattern.test(rest)) return digits
  const isLong = rest.length > Math.max(...lengths)
  return lengths.has(rest.length) || isLong ? rest : digits
}
