import { type Draft, isEmpty } from '../lead/draft.ts'
import type { Database } from './database.ts'
import type { DraftRow, OutboxRow } from './rows.ts'
import { tokensOf } from './tokens.ts'

/** The next place in an order that only counts up. */
async function nextOrder(db: Database): Promise<number> {
  const last = await db.drafts.orderBy('order').last()
  return (last?.order ?? 0) + 1
}

/**
 * Writes a draft's row, unless the row already has this edit or a later one, or the person was
 * promoted since: a promoted lead is frozen, and a late write must not differ from what was sent. A
 * draft from which everything was erased loses its row, unless a CRM may know its id.
 *
 * @returns the counter of the newest edit that is kept
 */
export function saveDraft(db: Database, draft: Draft): Promise<number> {
  return db.transaction('rw', db.drafts, db.outbox, async () => {
    const kept = await db.drafts.get(draft.id)
    if (kept && (kept.counter >= draft.counter || isFrozen(await db.outbox.get(draft.id)))) {
      return kept.counter
    }
    if (isEmpty(draft) && (kept?.revision ?? 0) === 0) {
      await db.drafts.delete(draft.id)
      return draft.counter
    }
    const row: DraftRow = {
      ...draft,
      order: kept?.order ?? (await nextOrder(db)),
      revision: kept?.revision ?? 0,
      tokens: tokensOf(draft.fields),
    }
    await db.drafts.put(row)
    return draft.counter
  })
}

/** What is on the card may be edited there again, once the user asked for it. */
function isFrozen(row: OutboxRow | undefined): boolean {
  return row !== undefined && !(row.phase === 'on-card' && row.edited === true)
}

/**
 * Deletes a draft, at the user's word. A promoted lead is not a draft and stays.
 *
 * @returns whether it was deleted
 */
export function deleteDraft(db: Database, id: string): Promise<boolean> {
  return db.transaction('rw', db.drafts, db.outbox, async () => {
    if (await db.outbox.get(id)) return false
    await db.drafts.delete(id)
    return true
  })
}
