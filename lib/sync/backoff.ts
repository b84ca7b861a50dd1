const SECOND = 1000
const HOUR = 3600 * SECOND

/** The first wait after a failure, and the longest of ours, in milliseconds. */
export const BASE = 30 * SECOND
export const CAP = HOUR

/** The longest wait that a CRM may ask for, in milliseconds. */
export const ASKED_CAP = 24 * HOUR

/**
 * The wait for one lead that the CRM has trouble with. Full jitter: somewhere between nothing and a
 * bound that doubles with each failure, so that a thousand browsers don't come back in the same
 * second.
 *
 * @param failures how many there were in a row, from 1
 * @param random in [0, 1)
 * @returns milliseconds
 */
export function backoff(failures: number, random: number): number {
  return Math.floor(Math.min(CAP, BASE * 2 ** Math.min(failures - 1, 20)) * random) + SECOND
}

/**
 * How much longer than it was down for they take who come back to a CRM: more of this share, and the
 * last ones wait longer; less, and more are turned away, for others have gone on promoting.
 */
const SPREAD = 1.2

/**
 * The wait for a CRM that is down: somewhere between nothing and a little more than the time that it
 * has been down for. So everybody comes back one after the other, and asks ever more rarely until
 * then. (A bound that doubles with each failure grows by luck: after ten minutes some browsers
 * of a fleet would stay away for an hour. tests/bench/fleet.ts measures it.)
 *
 * @param lasted since the first failure in a row, in milliseconds
 * @param random in [0, 1)
 * @returns milliseconds
 */
export function outageWait(lasted: number, random: number): number {
  return Math.floor(Math.min(CAP, Math.max(BASE, SPREAD * lasted)) * random) + SECOND
}

/**
 * The wait that a CRM asked for, and more of it the longer this goes on: all browsers that it turned
 * away are told the same, and would be back together. More of this share, and the last ones wait
 * longer than they have to; less, and more are turned away.
 *
 * @param asked what it asked for, in milliseconds
 */
export function askedWait(asked: number, lasted: number, random: number): number {
  return asked + Math.floor(Math.min(CAP, 0.75 * lasted) * random)
}

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3): seconds, or a date.
 *
 * @param now milliseconds since the epoch
 * @returns milliseconds from `now`, between a second and a day; `undefined` where it makes no sense
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  const text = header.trim()
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * SECOND : dateOf(text) - now
  if (!Number.isFinite(wait) || wait < 0 || wait > 365 * 24 * HOUR) return undefined
  return Math.min(ASKED_CAP, Math.max(SECOND, wait))
}

/** The forms of the RFC begin with the day of the week; `Date.parse` alone takes "12" for a month. */
const dateOf = (text: string) => (/^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN)
