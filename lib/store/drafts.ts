import { type Draft, isEmpty, rewritten } from '../lead/draft.ts'
import { isSame, merge } from '../lead/merge.ts'
import { sendLeft } from './activities.ts'
import { amended } from './amend.ts'
import type { Database } from './database.ts'
import { draftTables, dropDraft, putDraft } from './putDraft.ts'
import type { DraftRow, OutboxRow } from './rows.ts'
import { readRow as outboxRow, standing, writeRows } from './standing.ts'
import { tokensOf } from './tokens.ts'

/** The next place in an order that only counts up. */
async function nextOrder(db: Database): Promise<number> {
  const last = await db.drafts.orderBy('order').last()
  return (last?.order ?? 0) + 1
}

export interface Saved {
  /** The draft as its row has it now. */
  draft: Draft
  /** Whether the person was promoted: then the row is what was promoted, and stays so. */
  isFrozen: boolean
}

/**
 * Writes a draft's row, together with what other windows have written in it. If the person was
 * promoted since, nothing is written: a late write must not differ from what was sent. A draft from
 * which everything was erased loses its row, unless a CRM may know its id.
 */
export function saveDraft(db: Database, draft: Draft): Promise<Saved> {
  return db.transaction('rw', [...draftTables(db), ...standing(db)], async () => {
    const row = await db.drafts.get(draft.id)
    const kept = row && draftOf(row)
    if (kept && isFrozen(await outboxRow(db, draft.id))) return { draft: kept, isFrozen: true }
    const next = kept === undefined ? draft : merge(kept, draft)
    if (isEmpty(next) && (row?.revision ?? 0) === 0) {
      await dropDraft(db, draft.id)
    } else if (kept === undefined || !isSame(kept, next) || kept.counter < next.counter) {
      const written = {
        ...row, // what was said of the person beside the form
        ...next,
        order: row?.order ?? (await nextOrder(db)),
        revision: row?.revision ?? 0,
        tokens: tokensOf(next.fields),
      }
      await putDraft(db, written, row)
    }
    return { draft: next, isFrozen: false }
  })
}

/** What is on the card may be edited there again, once the user asked for it. */
function isFrozen(row: OutboxRow | undefined): boolean {
  return row !== undefined && !(row.phase === 'on-card' && row.edited === true)
}

/** The draft in a row, as the form has it. */
export const draftOf = ({ id, counter, fields, written = {} }: DraftRow): Draft => ({
  ...{ id, counter, fields, written },
})

/**
 * Deletes a draft, at the user's word. A promoted lead is not a draft and stays; where it was being
 * edited, it says again what is on the card.
 *
 * @returns whether there was anything to discard
 */
export function deleteDraft(db: Database, id: string): Promise<boolean> {
  return db.transaction('rw', [...draftTables(db), ...amended(db)], async () => {
    const promoted = await outboxRow(db, id)
    if (promoted !== undefined) return revert(db, promoted)
    await dropDraft(db, id)
    return true
  })
}

async function revert(db: Database, promoted: OutboxRow): Promise<boolean> {
  const row = await db.drafts.get(promoted.leadId)
  if (promoted.phase !== 'on-card' || promoted.edited !== true || row === undefined) return false
  const { before = row.fields, ...rest } = row
  const { edited: _over, ...onCard } = promoted
  await writeRows(db, [onCard])
  const draft = rewritten({ ...draftOf(row), fields: before }, row.counter + 1)
  await putDraft(db, { ...rest, ...draft, tokens: tokensOf(before) }, row)
  await sendLeft(db, promoted.leadId)
  return true
}

/** The person that was written down last; `undefined` where there is nobody. */
export async function readLast(db: Database): Promise<Draft | undefined> {
  const row = await db.drafts.orderBy('order').last()
  return row && draftOf(row)
}

/** The draft in a row, to be shown on the form again; `undefined` where there is none. */
export async function readRow(db: Database, id: string): Promise<Draft | undefined> {
  const row = await db.drafts.get(id)
  return row && draftOf(row)
}
