import { DRAFT_FIELDS, type Draft, type DraftField } from './draft.ts'

/**
 * Brings two copies of one draft together, field by field: each field as it was written last, by the
 * count of edits. The order of the two does not matter, nor how often it is done, so all windows
 * come to the same text whoever hears of whom first.
 */
export function merge(one: Draft, other: Draft): Draft {
  const merged = { ...one, fields: { ...one.fields }, written: { ...one.written } }
  merged.counter = Math.max(one.counter, other.counter)
  for (const field of DRAFT_FIELDS) {
    if (isLater(other, one, field)) merged.fields[field] = other.fields[field]
    const stamp = Math.max(stampOf(one, field), stampOf(other, field))
    if (stamp > 0) merged.written[field] = stamp
  }
  return merged
}

/** Whether the two say the same, whoever wrote it when. */
export const isSame = (one: Draft, other: Draft): boolean =>
  DRAFT_FIELDS.every(field => one.fields[field] === other.fields[field])

/** The edit that wrote a field; 0 for one that is as it began. */
export const stampOf = ({ written }: Draft, field: DraftField): number => written[field] ?? 0

function isLater(one: Draft, other: Draft, field: DraftField): boolean {
  const [mine, theirs] = [stampOf(one, field), stampOf(other, field)]
  if (mine !== theirs) return mine > theirs
  // Drafts of before the fields were counted have only one count for all of them.
  if (mine === 0 && one.counter !== other.counter) return one.counter > other.counter
  // Written in two windows at the same moment: any rule does that gives the same on both sides.
  return one.fields[field] > other.fields[field]
}
