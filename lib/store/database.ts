import { Dexie, type EntityTable, type Table } from 'dexie'
import type { DraftRow, OutboxRow, PromotedRow } from './rows.ts'

/** The schema that this code knows. Dexie counts in tenths: the browser sees ten times this. */
const CODE_VERSION = 1

/**
 * Dexie opens a database of a newer version without a word, and may even change it; what older code
 * then writes is not what the newer one expects. It does so by asking for no version in particular.
 * Asked for ours instead, the browser refuses with `VersionError`: nothing is read or written.
 */
function strictly(factory: IDBFactory): IDBFactory {
  return {
    open: (name, version = CODE_VERSION * 10) => factory.open(name, version),
    deleteDatabase: name => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  }
}

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
    super(name, { chromeTransactionDurability: 'strict', indexedDB: strictly(indexedDB) })
    this.version(CODE_VERSION).stores({
      drafts: 'id, order, *tokens',
      outbox: 'leadId, phase, [phase+dueAt+seq], seq',
      promoted: '[leadId+revision]',
      meta: 'key',
    })
  }
}
