import { Dexie, type EntityTable, type PromiseExtended, type Table } from 'dexie'
import type { PackedLease } from './packing.ts'
import type {
  DraftRow,
  FrozenRow,
  KnownRow,
  OutboxRow,
  ReminderRow,
  RemoteRow,
  SettledRow,
} from './rows.ts'
import { CODE_VERSION, declareVersions } from './versions.ts'

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
  declare known: EntityTable<KnownRow, 'id'>
  declare reminders: EntityTable<ReminderRow, 'id'>
  /** Where leads stand that are not simply on the card; see `standing.ts`, which reads both. */
  declare outgoing: EntityTable<OutboxRow, 'seq'>
  declare settled: Table<SettledRow, number>
  declare frozen: EntityTable<FrozenRow, 'seq'>
  declare leases: EntityTable<PackedLease, 'id'>
  declare remote: Table<RemoteRow, [connectionId: string, leadId: string]>
  declare meta: Table<{ key: string; value: unknown }, string>

  /**
   * @param durability strict: what was acknowledged survives a power cut too, for about half a ms.
   *   Relaxed: what the browser's end or crash doesn't take, but a power cut may.
   */
  constructor(name = 'kundekort', durability: 'strict' | 'relaxed' = 'strict') {
    super(name, { chromeTransactionDurability: durability, indexedDB: strictly(indexedDB) })
    declareVersions(this)
  }

  /**
   * Dexie takes one failed opening for the end: until the page is loaded anew it refuses everything,
   * though a full disk may have room again a second later. Here the next use opens it again.
   */
  override open(): PromiseExtended<Dexie> {
    return super.open().catch((error: unknown) => {
      // Not at once: whoever waits for this opening has to hear first that it failed.
      setTimeout(() => {
        if (this.hasFailed()) this.close({ disableAutoOpen: false })
      })
      throw error
    })
  }
}
