import type { Draft } from '../lead/draft.ts'
import type { Database } from './database.ts'
import type { DraftRow } from './rows.ts'
import { tokensOf } from './tokens.ts'

/** The next place in an order that only counts up. */
async function nextOrder(db: Database): Promise<number> {
  const last = await db.drafts.orderBy('order').last()
  return (last?.order ?? 0) + 1
}

/**
 * Writes a draft's row, unless the row already has this edit or a later one, or the person was
 * promoted since: a promoted lead is frozen, and a late write must not differ from what was sent.
 *
 * @returns the row as it now stands
 */
export function saveDraft(db: Database, draft: Draft): Promise<DraftRow> {
  return db.transaction('rw', db.drafts, db.outbox, async () => {
    const kept = await db.drafts.get(draft.id)
    if (kept && (kept.counter >= draft.counter || (await db.outbox.get(draft.id)))) return kept
    const row: DraftRow = {
      ...draft,
      order: kept?.order ?? (await nextOrder(db)),
      revision: kept?.revision ?? 0,
      tokens: tokensOf(draft.fields),
    }
    await db.drafts.put(row)
    return row
  })
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
