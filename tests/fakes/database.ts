import 'fake-indexeddb/auto'
import type { Draft } from '../../lib/lead/draft.ts'
import { review } from '../../lib/lead/review.ts'
import { Database } from '../../lib/store/database.ts'
import { saveDraft } from '../../lib/store/drafts.ts'
import { type Freeze, promoteRows } from '../../lib/store/outbox.ts'

let made = 0

/** An empty database of its own, in memory. */
export function aDatabase(): Database {
  made += 1
  return new Database(`test-${made}`)
}

export const freeze: Freeze = (row, revision) => {
  const reviewed = review(row, revision, 'NO')
  return reviewed.ok ? reviewed.lead : undefined
}

/** The connection that leads of these tests were promoted to. */
export const CONNECTION = '00000000-0000-4000-8000-00000000c0de'

/** Writes drafts down and promotes them. @returns their ids */
export async function promoteDrafts(db: Database, drafts: Draft[], connectionId = CONNECTION) {
  for (const draft of drafts) await saveDraft(db, draft)
  const ids = drafts.map(draft => draft.id)
  return promoteRows(db, ids, connectionId, freeze)
}
