import { writeChange } from './change.ts'
import type { Database } from './database.ts'
import { type Place, readFacts, settleAll } from './facts.ts'
import { raiseFront } from './front.ts'
import { takeLease } from './leases.ts'
import type { Queue } from './queue.ts'
import type { LeaseRow } from './rows.ts'
import { standing } from './standing.ts'

/**
 * The queue of the one database.
 *
 * @param lax the same database, from which a power cut may take the last moments. What came of a
 *   request may be among them: its lease is then still there, and its leads are taken for unclear.
 */
export function queueOf(db: Database, lax: Database = db): Queue {
  /** Where the last step ended. It is a guess: pages write here as well. */
  let guess: Place | undefined
  return {
    step: (window, judge, ended) =>
      db.transaction('rw', [...standing(db), db.frozen, db.leases, db.meta], async () => {
        const { facts, writing } = await readFacts(db, window, ended, guess)
        guess = undefined
        const judged = judge(facts)
        if (judged.change) await writeChange(db, judged.change, facts)
        const [leased, front] = await Promise.all([
          judged.lease && takeLease(db, judged.lease),
          judged.lease && raiseFront(db, facts),
          writing,
        ])
        if (leased) guess = { leases: [...facts.leases.map(leaseOf), leased.lease], front }
        return [judged.answer, leased]
      }),
    settle(settlement) {
      guess = undefined
      return lax.transaction('rw', [...standing(lax), lax.leases, lax.meta], async () => {
        await (await settleAll(lax, [settlement])).writing
      })
    },
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

const leaseOf = ({ lease }: { lease: LeaseRow }) => lease
