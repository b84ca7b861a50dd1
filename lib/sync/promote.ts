import { type Faults, review } from '../lead/review.ts'
import type { Lead } from '../lead/schema.ts'
import { connection } from '../settings/connection.ts'
import { consent } from '../settings/consent.ts'
import { dataConsent } from '../settings/dataConsent.ts'
import { keepChoice, withChoice } from '../store/chosen.ts'
import type { Database } from '../store/database.ts'
import { type Freeze, promoteRows } from '../store/outbox.ts'
import { standing } from '../store/standing.ts'
import { knock } from './knock.ts'

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
  const hasAgreed = (await consent.read()) !== undefined && (await dataConsent.maySend())
  if (!hasAgreed) return { ok: false, missing: 'consent' }
  const current = await connection.read()
  if (current === undefined) return { ok: false, missing: 'connection' }
  knock()
  const refused: Refused[] = []
  const freeze = freezeFor(current.id, country, refused)
  const promoted = await promoteRows(db, ids, current.id, freeze)
  return { ok: true, promoted, refused }
}

/**
 * Promotes a lead that is on a card anew, with what somebody answered when the CRM said whom it knows
 * already. All of it is kept, or nothing.
 *
 * @param country as for `promote`
 * @returns whether it goes out
 */
export async function promoteChoice(
  db: Database,
  leadId: string,
  choice: NonNullable<Lead['contact']>,
  country: string,
): Promise<boolean> {
  const current = await connection.read()
  if (current === undefined) return false
  knock()
  const tables = [db.drafts, ...standing(db), db.frozen, db.meta]
  const kept = db.transaction('rw', tables, async () => {
    const isKept = await keepChoice(db, leadId, current.id, choice)
    const freeze = freezeFor(current.id, country, [])
    const promoted = isKept ? await promoteRows(db, [leadId], current.id, freeze) : []
    if (promoted.length === 0) throw new NotPromoted()
  })
  return kept.then(
    () => true,
    (error: unknown) => {
      if (error instanceof NotPromoted) return false
      throw error
    },
  )
}

/** Undoes a transaction in which nothing could be promoted. */
class NotPromoted extends Error {}

type Refused = Extract<Promotion, { ok: true }>['refused'][number]

/** What makes a lead of a row, or tells why it can't be one. */
function freezeFor(connectionId: string, country: string, refused: Refused[]): Freeze {
  return (row, revision) => {
    const reviewed = review(row, revision, country)
    if (reviewed.ok) return withChoice(reviewed.lead, row.chosen, connectionId)
    refused.push({ id: row.id, faults: reviewed.faults })
    return undefined
  }
}
