import { createDoor } from '../../../../lib/crm/http.ts'
import { openConnector } from '../../../../lib/crm/open/connector.ts'
import type { Lead } from '../../../../lib/crm/open/contract.ts'
import { Database } from '../../../../lib/store/database.ts'
import { queueOf } from '../../../../lib/store/databaseQueue.ts'
import type { OutboxRow } from '../../../../lib/store/rows.ts'
import { sessionTo } from '../../../../lib/sync/line.ts'
import { type Line, run } from '../../../../lib/sync/run.ts'
import { ALARM, createWake } from '../../../../lib/sync/wake.ts'
import { offer } from './offer.ts'

/** The engine as the worker wires it; only the alarm is left out, which a page has not. */

const CONNECTION = '00000000-0000-4000-8000-00000000c0de'
const PORTION = 5000

async function seed(leads: Lead[]) {
  const db = new Database()
  for (let start = 0; start < leads.length; start += PORTION) {
    const portion = leads.slice(start, start + PORTION)
    const keys = portion.map(({ id, revision }, n) => ({
      ...{ leadId: id, revision, seq: start + n + 1 },
    }))
    await db.transaction('rw', db.outgoing, db.frozen, async () => {
      await db.frozen.bulkPut(
        portion.map((lead, n) => ({ ...(keys[n] as (typeof keys)[0]), lead })),
      )
      await db.outgoing.bulkPut(keys.map(waiting))
    })
  }
}

const waiting = (key: { leadId: string; revision: number; seq: number }): OutboxRow => ({
  ...{ ...key, connectionId: CONNECTION, attempts: 0, phase: 'queued', dueAt: 0 },
})

async function send({ batch }: { batch: number }) {
  const limits = { ...openConnector.limits, ...(batch > 0 ? { batch } : {}) }
  const line: Line = {
    connectionId: CONNECTION,
    connector: { ...openConnector, limits },
    session: sessionTo(createDoor(fetch.bind(globalThis)), location.origin, 'sample-token'),
  }
  const db = new Database()
  const queue = queueOf(db, new Database(db.name, 'relaxed'))
  const wake = createWake({
    run: () =>
      run({
        ...{ queue, now: Date.now, elapsed: () => performance.now() },
        ...{ random: Math.random, newId: () => crypto.randomUUID(), line: async () => line },
      }),
    exclusively: async task => await navigator.locks.request(ALARM, task),
    setAlarm: async () => undefined,
    now: Date.now,
  })
  let ended = await wake()
  while (ended.more) ended = await wake()
}

async function recorded() {
  const db = new Database()
  const settled = await db.settled.toArray()
  const sent = new Set(settled.flatMap(({ leadIds }) => leadIds)).size
  return { sent, left: (await db.outgoing.count()) + (await db.leases.count()) }
}

offer({ seed, send, recorded })
