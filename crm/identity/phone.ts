/** `value` is compared with `samePhone`; `tail` is the same for all ways to write one number. */
export type PhoneKey = { value: string; tail: string }

/** As many last digits as no country writes differently at home and from abroad. */
const TAIL = 7

/**
 * A phone number as it is compared: `+` and digits, or digits alone where no country was given.
 * Null for what holds no number. An extension is not part of it.
 */
export function phoneKey(phone: string): PhoneKey | null {
  const dialled = phone
    .normalize('NFKC')
    .replace('(0)', '')
    .replace(/(?<=\d.*)[;#\p{L}].*$/u, '')
  const digits = dialled.replaceAll(/\D/g, '')
  const abroad = dialled.trim().startsWith('+') || digits.startsWith('00')
  const national = digits.replace(/^0+/, '')
  if (national.length < 3) return null
  const value = abroad ? `+${national}` : national
  return { value, tail: national.slice(-TAIL) }
}

/**
 * Whether two keys are one number. Where only one has a country, the other must be all of what
 * follows a country code of up to three digits (none: the `+` was forgotten). A guess, if a good one.
 */
export function samePhone(a: string, b: string): boolean {
  if (a.startsWith('+') === b.startsWith('+')) return a === b
  const [abroad, national] = a.startsWith('+') ? [a.slice(1), b] : [b.slice(1), a]
  const countryCode = abroad.length - national.length
  return (
    national.length >= TAIL && countryCode >= 0 && countryCode <= 3 && abroad.endsWith(national)
  )
}
