import { type Faults, review } from '../lead/review.ts'
import type { Lead } from '../lead/schema.ts'
import { connection } from '../settings/connection.ts'
import { consent } from '../settings/consent.ts'
import type { Database } from '../store/database.ts'
import { promoteRows } from '../store/outbox.ts'
import type { DraftRow } from '../store/rows.ts'
import { knock } from './messages.ts'

export type Promotion =
  | { ok: true; promoted: string[]; refused: { id: string; faults: Faults }[] }
  | { ok: false; missing: 'consent' | 'connection' }

/**
 * The only way into the outbox, and so the only way off this device. Called by what a user presses,
 * with the people that they chose; each becomes a lead frozen as it is written down now.
 *
 * @param country ISO 3166-1 alpha-2, for phone numbers without a country code
 * @returns who was promoted and who lacks something, or what is missing before anybody can be
 */
export async function promote(
  db: Database,
  ids: readonly string[],
  country: string,
): Promise<Promotion> {
  if ((await consent.read()) === undefined) return { ok: false, missing: 'consent' }
  const current = await connection.read()
  if (current === undefined) return { ok: false, missing: 'connection' }
  knock()
  const refused: { id: string; faults: Faults }[] = []
  const freeze = (row: DraftRow, revision: number): Lead | undefined => {
    const reviewed = review(row, revision, country)
    if (reviewed.ok) return reviewed.lead
    refused.push({ id: row.id, faults: reviewed.faults })
    return undefined
  }
  const promoted = await promoteRows(db, ids, current.id, freeze)
  return { ok: true, promoted, refused }
}
