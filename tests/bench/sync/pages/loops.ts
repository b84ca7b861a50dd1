import type { Lead } from '../../../../lib/crm/open/contract.ts'
import type { Candidate } from './offer.ts'
import { complete, done, open } from './raw.ts'

/** What one would write without a library: no retries, no leases, all or nothing a batch. */

type Row = Lead & { sent: 0 | 1 }

const openRaw = () =>
  open('raw', db => {
    db.createObjectStore('leads', { keyPath: 'id' }).createIndex('sent', 'sent')
    db.createObjectStore('marks', { autoIncrement: true })
  })

async function seed(leads: Lead[]) {
  const db = await openRaw()
  const transaction = db.transaction('leads', 'readwrite')
  for (const lead of leads) transaction.objectStore('leads').put({ ...lead, sent: 0 } satisfies Row)
  await complete(transaction)
}

async function waiting(db: IDBDatabase): Promise<Row[]> {
  return done(db.transaction('leads').objectStore('leads').index('sent').getAll(0))
}

async function post(rows: readonly Row[]) {
  const answer = await fetch('/api/v1/leads/batch', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ leads: rows.map(({ sent: _, ...lead }) => lead) }),
  })
  const { results } = (await answer.json()) as { results: unknown[] }
  if (!answer.ok || results.length !== rows.length) throw new Error('a batch was not taken')
}

function* inBatches(rows: readonly Row[], size: number) {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}

/** Reads all, sends one batch after the other, and rewrites each lead as sent. */
export const plainLoop: Candidate = {
  seed,
  async send({ batch }) {
    const db = await openRaw()
    for (const rows of inBatches(await waiting(db), batch)) {
      await post(rows)
      const transaction = db.transaction('leads', 'readwrite')
      for (const row of rows) transaction.objectStore('leads').put({ ...row, sent: 1 })
      await complete(transaction)
    }
  },
  async recorded() {
    const store = (await openRaw()).transaction('leads').objectStore('leads')
    return {
      sent: await done(store.index('sent').count(1)),
      left: (await waiting(await openRaw())).length,
    }
  },
}

/** What nothing should beat: two lanes, and one mark for a whole batch. */
export const floor: Candidate = {
  seed,
  async send({ batch }) {
    const db = await openRaw()
    const batches = inBatches(await waiting(db), batch)
    const lane = async () => {
      for (const rows of batches) {
        await post(rows)
        const transaction = db.transaction('marks', 'readwrite')
        transaction.objectStore('marks').put(rows.map(({ id }) => id))
        await complete(transaction)
      }
    }
    await Promise.all([lane(), lane()])
  },
  async recorded() {
    const db = await openRaw()
    const marks: string[][] = await done(db.transaction('marks').objectStore('marks').getAll())
    const sent = new Set(marks.flat()).size
    return { sent, left: (await waiting(db)).length - sent }
  },
}
