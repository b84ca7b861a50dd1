import type { Problem } from '../lead/problem.ts'
import type { Database } from './database.ts'
import { lowerFront } from './front.ts'
import { lengthenRun } from './outbox.ts'
import type { OutboxRow } from './rows.ts'
import { standing, writeRows } from './standing.ts'
import { fresh, isToBeLookedAt } from './transitions.ts'

/**
 * Queues leads again that need somebody, for now and for the connection that is current: pressing
 * the button is the user's word that they may go there. It is not their word that they looked at a
 * card: what nobody can tell of stays where it is until `isMissing` is said of it.
 *
 * @param which all of them, or those whose problem this names
 * @param isMissing only those of which the user looked at the card, and something is missing there
 * @returns how many
 */
export function requeueRows(
  db: Database,
  connectionId: string,
  which: (row: OutboxRow, problem: Problem) => boolean = () => true,
  isMissing = false,
): Promise<number> {
  return db.transaction('rw', [...standing(db), db.frozen, db.meta], async () => {
    const rows = await db.outgoing.where('stuck').equals(1).toArray()
    const again = rows
      .filter(row => row.phase === 'needs-you' && which(row, row.problem))
      .filter(row => isToBeLookedAt(row, connectionId) === isMissing)
    const queued = again.map(row => fresh(row, connectionId, isMissing))
    await writeRows(db, queued)
    await lowerFront(db, queued)
    const moved = again.filter(row => row.connectionId !== connectionId)
    await forgetChoices(
      db,
      moved.map(({ seq }) => seq),
    )
    await db.meta.delete('hold')
    await lengthenRun(db, again.length)
    return again.length
  })
}

/** To another CRM, a lead goes without what was said about the contacts of the one before. */
async function forgetChoices(db: Database, seqs: number[]): Promise<void> {
  const rows = (await db.frozen.bulkGet(seqs)).filter(row => row?.lead.contact !== undefined)
  await db.frozen.bulkPut(
    rows.flatMap(row => {
      if (row === undefined) return []
      const { contact: _other, ...lead } = row.lead
      return [{ ...row, lead }]
    }),
  )
}
