import type { DraftRow, FrozenRow, LeaseRow, MetaRows, OutboxRow } from '../../../lib/store/rows.ts'

/** The tables of the database, in memory. Rows are never changed, only replaced. */
export interface Tables {
  drafts: Map<string, DraftRow>
  outbox: Map<string, OutboxRow>
  frozen: Map<number, FrozenRow>
  leases: Map<string, LeaseRow>
  remote: Map<string, Record<string, string>>
  meta: Partial<MetaRows>
}

const copy = ({ drafts, outbox, frozen, leases, remote, meta }: Tables): Tables => ({
  ...{ drafts: new Map(drafts), outbox: new Map(outbox), frozen: new Map(frozen) },
  ...{ leases: new Map(leases), remote: new Map(remote), meta: { ...meta } },
})

const nothing = (): Tables => ({
  ...{ drafts: new Map(), outbox: new Map(), frozen: new Map() },
  ...{ leases: new Map(), remote: new Map(), meta: {} },
})

/** What a write can meet, by the browser's names. */
export type DiskFault = 'QuotaExceededError' | 'AbortError'

/**
 * A database whose transactions are whole or not at all: a task that throws leaves nothing behind.
 *
 * @param onCommit hears of each transaction: the tables before and after
 */
export function createDisk(onCommit: (before: Tables, after: Tables) => void = () => undefined) {
  let kept = nothing()
  let earlier = kept
  let failing: { in: number; with: DiskFault } | undefined

  return {
    read: (): Readonly<Tables> => kept,
    write<T>(task: (tables: Tables) => T): T {
      const next = copy(kept)
      const result = task(next)
      if (failing !== undefined) {
        failing.in -= 1
        if (failing.in < 0) {
          const name = failing.with
          failing = undefined
          throw new DOMException('planted by the simulation', name)
        }
      }
      const before = kept
      earlier = before
      kept = next
      onCommit(before, next)
      return result
    },
    /** Makes one write fail: the next, or the one after as many that go well. */
    failAfter(writes: number, fault: DiskFault) {
      failing = { in: writes, with: fault }
    },
    heal() {
      failing = undefined
    },
    /** Forgets the last transaction, as a power cut does where durability is relaxed. */
    tear() {
      kept = earlier
    },
  }
}

export type Disk = ReturnType<typeof createDisk>
