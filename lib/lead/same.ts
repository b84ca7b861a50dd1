import type { Lead } from './schema.ts'

/**
 * Whether two leads say the same, whatever their revision. Both come from `review`, which writes
 * their keys in one order.
 */
export function isSameLead(one: Lead, other: Lead): boolean {
  return JSON.stringify({ ...one, revision: 0 }) === JSON.stringify({ ...other, revision: 0 })
}
