import { Dexie, type EntityTable, type Table } from 'dexie'
import type { DraftRow, OutboxRow, PromotedRow } from './rows.ts'

/**
 * The one database. Popup, options page and worker all open it; Dexie's live queries carry each
 * change to all of them, so that no message has to.
 */
export class Database extends Dexie {
  declare drafts: EntityTable<DraftRow, 'id'>
  declare outbox: EntityTable<OutboxRow, 'leadId'>
  declare promoted: Table<PromotedRow, [leadId: string, revision: number]>
  declare meta: Table<{ key: string; value: unknown }, string>

  constructor(name = 'kundekort') {
    // Strict: a promotion that was acknowledged survives a power cut too; costs about half a ms.
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      drafts: 'id, order, *tokens',
      outbox: 'leadId, phase, [phase+dueAt+seq], seq',
      promoted: '[leadId+revision]',
      meta: 'key',
    })
  }
}
