import { Database } from '../../../lib/store/database.ts'
import { queueOf } from '../../../lib/store/databaseQueue.ts'
import type { QueueFacts } from '../../../lib/store/queue.ts'
import type { OutboxRow } from '../../../lib/store/rows.ts'
import { ASKED_CAP } from '../../../lib/sync/backoff.ts'
import { isDead, plan } from '../../../lib/sync/plan.ts'
import { percentile } from '../kit/percentile.ts'

/** One step of planning on the real queue, while very many leads wait. */

const CONNECTION = '00000000-0000-4000-8000-00000000c0de'
const OWNER = 'a run'
const PORTION = 5000
const BATCH = 250

/** Every tenth waits for a time of its own, every twentieth needs somebody. */
function aRow(seq: number): OutboxRow {
  const key = { leadId: crypto.randomUUID(), revision: 1, seq }
  const row = { ...key, connectionId: CONNECTION, attempts: seq % 10 === 0 ? 1 : 0 }
  if (seq % 20 === 1) return { ...row, phase: 'needs-you', problem: { code: 'rejected' }, stuck: 1 }
  return { ...row, phase: 'queued', dueAt: seq % 10 === 0 ? Date.now() + 60_000 + seq : 0 }
}

async function seed(count: number) {
  const db = new Database()
  for (let start = 0; start < count; start += PORTION) {
    await db.outgoing.bulkPut(Array.from({ length: PORTION }, (_, n) => aRow(start + n + 1)))
  }
}

const decide = (facts: QueueFacts, now: number) =>
  plan({ ...facts, owner: OWNER, connectionId: CONNECTION, batch: BATCH }, now)

async function measure(times: number) {
  const queue = queueOf(new Database())
  const steps: number[] = []
  const pure: number[] = []
  for (let time = -5; time < times; time += 1) {
    const now = Date.now()
    const window = { now, horizon: now + ASKED_CAP, limit: BATCH }
    const begun = performance.now()
    const [facts] = await queue.step(
      { ...window, mayBeOver: lease => isDead(lease, OWNER, now) },
      facts => {
        const { do: what } = decide(facts, now)
        if (what !== 'send') throw new Error(`Planned to ${what}`)
        return { answer: facts }
      },
    )
    const read = performance.now()
    for (let again = 0; again < 100; again += 1) decide(facts, now)
    if (time < 0) continue
    steps.push(read - begun)
    pure.push((performance.now() - read) / 100)
  }
  const of = (values: number[]) => ({ p50: percentile(values, 50), p95: percentile(values, 95) })
  return { step: of(steps), pure: of(pure) }
}

Object.assign(globalThis, { bench: { seed, measure } })
