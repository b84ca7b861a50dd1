import type { MetaRows } from '../store/rows.ts'

/**
 * How fast a CRM is served: additive increase, multiplicative decrease, as TCP does it (RFC 5681).
 * One for all leads of one CRM, kept on disk, so that a new worker doesn't begin by being told off
 * again.
 */
export type Pace = MetaRows['pace']

/** The most that the connector allows. */
export interface PaceLimits {
  concurrency: number
  batch: number
}

/** What a request says about the CRM: it is quick, or slow; it asks for less; or nothing came. */
export type Sign = 'quick' | 'slow' | 'busy' | 'silent'

/** Until this many milliseconds an answer counts as quick. */
export const QUICK = 2000

/** The pace with which a CRM that nobody has spoken to is met. */
export const firstPace = ({ batch }: PaceLimits): Pace => ({ lanes: 1, batch })

/** The pace after one more request. Pure. */
export function paceAfter(pace: Pace, sign: Sign, limits: PaceLimits): Pace {
  const { lanes, batch } = within(pace, limits)
  if (sign === 'busy') return { lanes: Math.max(1, lanes / 2), batch }
  // Perhaps it works on a large request for longer than we wait.
  if (sign === 'silent') return { lanes: 1, batch: Math.max(1, Math.floor(batch / 2)) }
  if (sign === 'slow') return { lanes, batch }
  return within({ lanes: lanes + 1 / lanes, batch: batch * 2 }, limits)
}

/** A pace that an earlier version or another connector left may be more than is allowed now. */
export function within({ lanes, batch }: Pace, limits: PaceLimits): Pace {
  return {
    lanes: Math.min(limits.concurrency, Math.max(1, lanes)),
    batch: Math.min(limits.batch, Math.max(1, batch)),
  }
}
