import type { Database } from './database.ts'
import { leasedIds } from './leases.ts'
import type { DraftRow, OutboxRow } from './rows.ts'

/** Whether a CRM may have anything of somebody, so that they have to be told of it. */
export const mayBeKept = ({ revision, nowhere = 0 }: DraftRow): boolean => revision > nowhere

/**
 * Whether no CRM has anything of a lead that was never on a card: each of its requests was refused
 * for certain, none is under way, and none of those before made a part of the card. To be called in a
 * transaction over the tables of both.
 */
export async function isNowhere(
  db: Database,
  { leadId, connectionId, unclear }: OutboxRow,
): Promise<boolean> {
  if (unclear || (await leasedIds(db)).has(leadId)) return false
  return (await db.remote.get([connectionId, leadId])) === undefined
}
