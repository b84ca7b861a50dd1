import type { Database } from './database.ts'
import { lowerFront } from './front.ts'
import { leasedIds, putLease } from './leases.ts'
import { putMeta } from './meta.ts'
import type { Change, QueueFacts } from './queue.ts'
import type { MetaRows } from './rows.ts'
import { writeRows } from './standing.ts'
import { needsYou } from './transitions.ts'

/**
 * Writes what was decided, inside the transaction in which it was.
 *
 * @param before what is on disk: what stays as it is need not be written
 */
export async function writeChange(
  db: Database,
  { rows, ended, lease, stop, ...meta }: Change,
  before: Pick<QueueFacts, 'hold' | 'pace'>,
): Promise<void> {
  const isNewHold = 'hold' in meta && meta.hold !== before.hold
  const isNewPace = meta.pace !== undefined && !isSamePace(meta.pace, before.pace)
  const endLeases = () => db.leases.bulkDelete(ended ?? [])
  // All at once: to wait for each would be as many ways to the database's process and back.
  await Promise.all([
    writeRows(db, rows),
    lowerFront(db, rows),
    lease && putLease(db, lease),
    isNewHold && putMeta(db, 'hold', meta.hold),
    isNewPace && putMeta(db, 'pace', meta.pace),
    stop === undefined && endLeases(),
  ])
  if (stop === undefined) return
  await tellAll(db, stop)
  await endLeases()
}

const isSamePace = (pace: MetaRows['pace'], before: MetaRows['pace'] | undefined) =>
  pace.lanes === before?.lanes && pace.batch === before?.batch

/** Those in a request of their own hear from the CRM themselves. */
async function tellAll(db: Database, { connectionId, problem }: NonNullable<Change['stop']>) {
  const taken = await leasedIds(db)
  const waiting = await db.outgoing.where('[dueAt+seq]').above([-1]).toArray()
  const told = waiting.filter(row => row.connectionId === connectionId && !taken.has(row.leadId))
  await writeRows(
    db,
    told.map(row => needsYou(row, problem)),
  )
}
