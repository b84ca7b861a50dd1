import { writeChange } from './change.ts'
import type { Database } from './database.ts'
import { readFacts, settleAll } from './facts.ts'
import { raiseFront } from './front.ts'
import { takeLease } from './leases.ts'
import type { Queue } from './queue.ts'
import { standing } from './standing.ts'

/**
 * The queue of the one database.
 *
 * @param lax the same database, from which a power cut may take the last moments. What came of a
 *   request may be among them: its lease is then still there, and its leads are taken for unclear.
 */
export function queueOf(db: Database, lax: Database = db): Queue {
  return {
    step: (window, judge, ended) =>
      db.transaction('rw', [...standing(db), db.frozen, db.leases, db.meta], async () => {
        const facts = await readFacts(db, window, ended)
        const judged = judge(facts)
        if (judged.change) await writeChange(db, judged.change, facts)
        if (judged.lease === undefined) return [judged.answer, undefined]
        const [leased] = await Promise.all([takeLease(db, judged.lease), raiseFront(db, facts)])
        return [judged.answer, leased]
      }),
    settle: settlement =>
      lax.transaction('rw', [...standing(lax), lax.leases, lax.meta], async () => {
        await settleAll(lax, [settlement])
      }),
    async readRemote(connectionId, leadId) {
      return (await db.remote.get([connectionId, leadId]))?.done ?? {}
    },
    checkpoint: (connectionId, leadId, step, value) =>
      db.transaction('rw', db.remote, async () => {
        const done = (await db.remote.get([connectionId, leadId]))?.done ?? {}
        await db.remote.put({ connectionId, leadId, done: { ...done, [step]: value } })
      }),
    readFrozen: async seq => (await db.frozen.get(seq))?.lead,
  }
}
