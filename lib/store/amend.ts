import { isSameLead } from '../lead/same.ts'
import type { Lead } from '../lead/schema.ts'
import type { Database } from './database.ts'
import { leasedIds } from './leases.ts'
import { lengthenRun } from './outbox.ts'
import type { DraftRow, OutboxRow } from './rows.ts'
import { readRow, standing, writeRows } from './standing.ts'

/** What a promoted lead says next; `undefined` where nothing is to be said. */
export type Amend = (lead: Lead) => Lead | undefined

/**
 * Has a lead that was promoted say more, in a revision that goes out by itself: a revision that no
 * request was begun with is replaced, an earlier one stays where it is. What is being edited in the
 * form is left out: it goes when it is promoted. To be called in a transaction over all tables that
 * this touches (`AMENDED`).
 *
 * @param amend pure and synchronous, since it runs inside the transaction
 * @returns the revision that says it; `undefined` where the lead was not promoted, or is being edited
 */
export async function amendRow(
  db: Database,
  row: DraftRow,
  amend: Amend,
): Promise<number | undefined> {
  const before = await readRow(db, row.id)
  if (before === undefined || (before.phase === 'on-card' && before.edited)) return undefined
  const lead = (await db.frozen.get(before.seq))?.lead
  const next = lead && amend(lead)
  if (next === undefined) return undefined
  const unseen = isUnseen(before, await leasedIds(db)) ? before : undefined
  if (unseen) await db.frozen.delete(unseen.seq)
  const there = unseen && (await onCardAlready(db, unseen, next))
  if (there) {
    await writeRows(db, [there], [before.seq])
    await db.drafts.update(row.id, { revision: before.revision - 1 })
    return there.revision
  }
  const revision = unseen ? before.revision : row.revision + 1
  const seq = ((await db.frozen.orderBy(':id').last())?.seq ?? 0) + 1
  await db.frozen.put({ seq, leadId: row.id, revision, lead: { ...next, revision } })
  await writeRows(db, [outgoing(before, revision, seq)], [before.seq])
  await db.drafts.update(row.id, { revision })
  if (before.phase === 'on-card') await lengthenRun(db, 1)
  return revision
}

/** The tables of `amendRow`. */
export const amended = (db: Database) => [
  ...[db.drafts, ...standing(db), db.frozen, db.leases, db.meta],
]

/** Whether no request was begun with this revision, so that it can still say something else. */
export const isUnseen = (row: OutboxRow, leased: ReadonlySet<string>): boolean =>
  row.phase !== 'on-card' && row.attempts === 0 && !leased.has(row.leadId)

/** The row of a lead whose card says all of this already, so that nothing has to go. */
async function onCardAlready(
  db: Database,
  { confirmed, unclear, leadId, connectionId }: OutboxRow,
  next: Lead,
): Promise<OutboxRow | undefined> {
  if (confirmed === undefined || unclear) return undefined
  const { revision, seq } = confirmed
  const shown = (await db.frozen.get(seq))?.lead
  if (shown === undefined || !isSameLead(shown, next)) return undefined
  return { leadId, revision, connectionId, seq, attempts: 0, confirmed, phase: 'on-card' }
}

function outgoing(before: OutboxRow, revision: number, seq: number): OutboxRow {
  const next = { revision, seq, attempts: 0, amended: true as const }
  if (before.phase !== 'on-card') return { ...before, ...next }
  const { leadId, connectionId, unclear, confirmed } = before
  const kept = { leadId, connectionId, ...(unclear && { unclear }), confirmed }
  return { ...kept, ...next, phase: 'queued', dueAt: 0 }
}
