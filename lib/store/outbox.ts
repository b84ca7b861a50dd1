import { isSameLead } from '../lead/same.ts'
import type { Lead } from '../lead/schema.ts'
import { tellBy } from '../lead/tell/deadline.ts'
import type { Database } from './database.ts'
import { lowerFront } from './front.ts'
import { isNowhere, mayBeKept } from './kept.ts'
import { leasedIds } from './leases.ts'
import { getMeta, putMeta } from './meta.ts'
import type { DraftRow, OutboxRow } from './rows.ts'
import { readRow, readRows, removeRows, standing, writeRows } from './standing.ts'

/** What a promotion makes of one draft row: the frozen lead, or nothing where it can't be promoted. */
export type Freeze = (row: DraftRow, revision: number) => Lead | undefined

/**
 * Promotes drafts, in one transaction: the frozen lead, its key (id and revision) and its place in
 * the outbox are all there afterwards, or none of them. Who is in the outbox already is left alone,
 * so a second click promotes nobody twice; but what was edited since it came onto the card goes out
 * as a new revision.
 *
 * @param freeze makes the lead of a row; pure and synchronous, since it runs inside the transaction
 * @returns the ids that are in the outbox now because of this call
 */
export function promoteRows(
  db: Database,
  ids: readonly string[],
  connectionId: string,
  freeze: Freeze,
): Promise<string[]> {
  return db.transaction('rw', [db.drafts, ...standing(db), db.frozen, db.meta], async () => {
    const rows = (await db.drafts.bulkGet([...ids])).filter(row => row !== undefined)
    const there = await readRows(
      db,
      rows.filter(wasPromoted).map(row => row.id),
    )
    const known = new Map(there.map(row => [row?.leadId, row]))
    const last = (await db.frozen.orderBy(':id').last())?.seq ?? 0
    const promotions = rows
      .map(row => ({ row, before: known.get(row.id) }))
      .filter(({ before }) => before === undefined || isEdited(before))
      .map(({ row, before }) => ({ row, before, lead: freeze(row, row.revision + 1) }))
      .filter((each): each is Promotion => each.lead !== undefined)
    const changed = await withoutUnchanged(db, promotions)
    const frozen = changed.map(({ lead }, index) => ({
      ...{ seq: last + 1 + index, leadId: lead.id, revision: lead.revision, lead },
    }))
    await db.frozen.bulkPut(frozen)
    const queued = changed.map(({ before }, index): OutboxRow => {
      const { seq = 0, leadId = '', revision = 0 } = frozen[index] ?? {}
      const row = { leadId, revision, seq, connectionId, attempts: 0 }
      const known = before?.connectionId === connectionId ? before.confirmed : undefined
      return {
        ...{ ...row, ...(known && { confirmed: known }) },
        ...(mayHaveArrived(before, revision, connectionId) ? { unclear: true as const } : {}),
        ...{ phase: 'queued', dueAt: 0 },
      }
    })
    const left = changed.flatMap(({ before }) => (before === undefined ? [] : [before.seq]))
    await writeRows(db, queued, left)
    await lowerFront(db, queued)
    await db.drafts.bulkPut(changed.map(promotedRow))
    await lengthenRun(db, changed.length)
    return changed.map(({ lead }) => lead.id)
  })
}

interface Promotion {
  row: DraftRow
  before: OutboxRow | undefined
  lead: Lead
}

/** From now on they are the company's contact, and have a right to be told so. */
const promotedRow = ({ row, lead: { revision, meeting } }: Promotion): DraftRow => ({
  ...{ ...row, revision },
  ...(row.told === undefined && { tellBy: tellBy(meeting.on ?? '') }),
})

/**
 * Whether nobody knows what a CRM has of an earlier revision. That it was corrected tells nothing,
 * nor what another CRM has: an answer of this one may have been lost before the lead went there.
 */
const mayHaveArrived = (before: OutboxRow | undefined, revision: number, connectionId: string) =>
  before === undefined
    ? revision > 1
    : before.unclear === true || before.connectionId !== connectionId

/** Only of those anything can be in the outbox. */
export const wasPromoted = ({ revision }: DraftRow): boolean => revision > 0

const isEdited = (row: OutboxRow) => row.phase === 'on-card' && row.edited === true

/**
 * An edit that was undone again is no news for the card: its lead is on it, as it is. Unless another
 * revision may have arrived since.
 */
async function withoutUnchanged(db: Database, promotions: Promotion[]): Promise<Promotion[]> {
  const changed: Promotion[] = []
  for (const promotion of promotions) {
    const { before, lead } = promotion
    const onCard = before && (await db.frozen.get(before.seq))?.lead
    const isKnown = onCard !== undefined && before?.unclear !== true
    if (!isKnown || !isSameLead(onCard, lead)) changed.push(promotion)
    else if (before?.phase === 'on-card') await writeRows(db, [asOnCard(before)])
  }
  return changed
}

function asOnCard(row: Extract<OutboxRow, { phase: 'on-card' }>): OutboxRow {
  const { edited: _over, ...rest } = row
  return rest
}

/** Makes the progress bar longer, for so many more. */
export async function lengthenRun(db: Database, added: number) {
  const open = await countOpen(db)
  const run = open > added ? await getMeta(db, 'run') : undefined
  await putMeta(db, 'run', { total: (run?.total ?? open - added) + added })
}

/** How many leads are on their way: neither on the card nor in need of somebody. */
export const countOpen = (db: Database) => db.outgoing.where('[dueAt+seq]').above([-1]).count()

/**
 * Makes drafts of promoted leads again, as long as no request with them was begun. What a card has
 * an earlier revision of is an edit of that again.
 *
 * @returns the ids that are drafts again; the others are on their way or further
 */
export function takeBackRows(db: Database, ids: readonly string[]): Promise<string[]> {
  return db.transaction('rw', [db.drafts, ...standing(db), db.frozen, db.leases], async () => {
    const rows = (await readRows(db, ids)).filter(row => row !== undefined)
    const leased = await leasedIds(db)
    const untouched = rows.filter(
      row =>
        row.phase !== 'on-card' && row.attempts === 0 && !row.amended && !leased.has(row.leadId),
    )
    const seqs = untouched.map(row => row.seq)
    await db.frozen.bulkDelete(seqs)
    await removeRows(
      db,
      untouched.filter(row => row.confirmed === undefined),
    )
    const onCard = untouched.flatMap(row =>
      row.confirmed === undefined ? [] : [editedOnCard(row, row.confirmed)],
    )
    await writeRows(db, onCard, seqs)
    for (const row of untouched) {
      // Nobody saw this revision, so its number is free again; and if nothing is left that a CRM may
      // have, there is nothing of which they had to be told.
      const revision = row.revision - 1
      await db.drafts
        .where('id')
        .equals(row.leadId)
        .modify(draft => {
          draft.revision = revision
          if (!mayBeKept(draft)) delete draft.tellBy
        })
      await takeBackChoice(db, row)
    }
    return untouched.map(row => row.leadId)
  })
}

/** What was said about who the lead is goes back too, unless it is on the card already. */
async function takeBackChoice(db: Database, { leadId, confirmed }: OutboxRow): Promise<void> {
  const draft = await db.drafts.get(leadId)
  const shown = confirmed && (await db.frozen.get(confirmed.seq))?.lead
  if (draft?.chosen === undefined || shown?.contact !== undefined) return
  const { chosen: _said, ...rest } = draft
  await db.drafts.put(rest)
}

function editedOnCard(
  { leadId, connectionId, unclear }: OutboxRow,
  confirmed: NonNullable<OutboxRow['confirmed']>,
): OutboxRow {
  const { revision, seq } = confirmed
  const row = { leadId, connectionId, revision, seq, attempts: 0, confirmed }
  return { ...row, ...(unclear && { unclear }), phase: 'on-card', edited: true }
}

/**
 * Makes a lead that needs somebody, or one that is on the card, a draft again, to be corrected. Its
 * revision stays counted, for a CRM may have seen it. Where each refused it, nobody has to be told.
 *
 * @returns whether it is a draft now
 */
export function reopenRow(db: Database, id: string): Promise<boolean> {
  return db.transaction('rw', [...standing(db), db.drafts, db.leases, db.remote], async () => {
    const row = await readRow(db, id)
    if (row?.phase === 'on-card') {
      const draft = await db.drafts.get(id)
      if (!row.edited && draft) await db.drafts.update(id, { before: draft.fields })
      await writeRows(db, [editedOnCard(row, row.confirmed)])
    } else if (row?.phase !== 'needs-you') return false
    else if (row.confirmed === undefined) await withdraw(db, row)
    else await writeRows(db, [editedOnCard(row, row.confirmed)], [row.seq])
    return true
  })
}

async function withdraw(db: Database, row: OutboxRow): Promise<void> {
  await removeRows(db, [row])
  if (!(await isNowhere(db, row))) return
  const draft = db.drafts.where('id').equals(row.leadId)
  await draft.modify(there => {
    there.nowhere = row.revision
    delete there.tellBy
  })
}
