import type { Lead } from '../lead/schema.ts'
import type { Database } from './database.ts'
import type { Card, Chosen } from './rows.ts'
import { readRow, standing, writeRows } from './standing.ts'

/**
 * A lead that is on a card, as it is there.
 *
 * @param connectionId of the CRM that is asked for; a lead on the card of another is none here
 * @returns `undefined` for a draft, for what is on its way, and for what is being edited
 */
export function readOnCard(
  db: Database,
  leadId: string,
  connectionId: string,
): Promise<{ lead: Lead; card?: Card } | undefined> {
  return db.transaction('r', [...standing(db), db.frozen], async () => {
    const row = await readRow(db, leadId)
    if (row?.phase !== 'on-card' || row.edited || row.connectionId !== connectionId) return
    const { seq, card } = row.confirmed
    const lead = (await db.frozen.get(seq))?.lead
    return lead && { lead, ...(card && { card }) }
  })
}

/**
 * Keeps what somebody answered when the CRM said whom it knows already. The lead is a draft then,
 * which differs from what is on the card by that; promoting it says so there.
 *
 * @param connectionId of the CRM that said it
 * @returns whether it could be kept: the lead is on a card there, and nobody is editing it
 */
export function keepChoice(
  db: Database,
  leadId: string,
  connectionId: string,
  choice: NonNullable<Lead['contact']>,
): Promise<boolean> {
  return db.transaction('rw', [db.drafts, ...standing(db)], async () => {
    const row = await readRow(db, leadId)
    const draft = await db.drafts.get(leadId)
    if (row?.phase !== 'on-card' || row.edited || draft === undefined) return false
    if (row.connectionId !== connectionId) return false
    const chosen: Chosen = { ...choice, connectionId }
    await db.drafts.update(leadId, { chosen, before: draft.fields })
    await writeRows(db, [{ ...row, edited: true }], [row.seq])
    return true
  })
}

/** The lead with what was answered to this very CRM; another one's contacts mean nothing to it. */
export function withChoice(lead: Lead, chosen: Chosen | undefined, connectionId: string): Lead {
  if (chosen?.connectionId !== connectionId) return lead
  const { connectionId: _of, ...contact } = chosen
  return { ...lead, contact }
}
