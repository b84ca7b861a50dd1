import type { Connector, Outcome, Session } from '../crm/connector.ts'
import type { Database } from '../store/database.ts'
import { getMeta, putMeta } from '../store/meta.ts'
import {
  dueRows,
  leaseRows,
  nextDueRow,
  putRows,
  queuedRows,
  sendingRows,
} from '../store/outbox.ts'
import type { QueuedRow } from '../store/rows.ts'
import { needsYou } from '../store/transitions.ts'
import { type Facts, LEASE, plan } from './plan.ts'
import { type Settled, settle } from './settle.ts'

/** A configured CRM: which one, who speaks with it, and the way to it. */
export interface Line {
  connectionId: string
  connector: Connector
  session: Session
}

export interface RunDeps {
  db: Database
  /** The CRM as it is configured now; `undefined` for none. */
  line(): Promise<Line | undefined>
  /** Milliseconds since the epoch. */
  now(): number
  /** In [0, 1). */
  random(): number
  newId(): string
}

/**
 * A browser ends its worker 30 s after the last event, in mid-request too. So no request begins
 * later than this many milliseconds after the wake-up: with its own time-out it ends before that.
 */
const WAKE_BUDGET = 12_000

/** Where a run ended: whether work is left that is due now, or when the next is. */
export type Ended = { more: true } | { more: false; wakeAt: number | undefined }

/**
 * Sends what is due until nothing is, or the budget of this wake-up is used. To be called under the
 * lock that makes its caller the only sender.
 */
export async function run(deps: RunDeps): Promise<Ended> {
  const end = deps.now() + WAKE_BUDGET
  for (;;) {
    const line = await deps.line()
    const facts = await gather(deps, line)
    const action = plan(facts, deps.now())
    if (action.do === 'rest') return { more: false, wakeAt: undefined }
    if (action.do === 'sleep') return { more: false, wakeAt: action.until }
    if (action.do === 'write') await putRows(deps.db, action.rows)
    // A clock that was set back must not make the budget endless.
    else if (deps.now() > end || deps.now() < end - WAKE_BUDGET) return { more: true }
    else if (line !== undefined) await send(deps, line, action.rows)
  }
}

async function gather({ db, now }: RunDeps, line: Line | undefined): Promise<Facts> {
  const batch = line?.connector.limits.batch ?? 100
  const [due, sending, hold, paused] = await Promise.all([
    dueRows(db, now(), batch),
    sendingRows(db),
    getMeta(db, 'hold'),
    getMeta(db, 'paused'),
  ])
  const next = due.length > 0 ? undefined : await nextDueRow(db, now())
  const connectionId = line?.connectionId
  return { due, next, sending, hold, batch, connectionId, paused: paused !== undefined }
}

async function send(deps: RunDeps, line: Line, planned: readonly QueuedRow[]): Promise<void> {
  const { db, now } = deps
  const lease = { owner: deps.newId(), until: now() + LEASE }
  const leased = await leaseRows(db, planned, lease, line.connector.limits.bytes)
  if (leased.length === 0) return
  const outcomes: Outcome[] = []
  const leads = leased.map(({ lead }) => lead)
  for await (const outcome of line.connector.push(line.session, leads)) outcomes.push(outcome)
  const before = await getMeta(db, 'hold')
  const rows = leased.map(({ row }) => row)
  await record(db, settle(rows, outcomes, now(), deps.random(), before), line.connectionId)
}

/** Writes all that a request brought, in one transaction. */
async function record(db: Database, { rows, hold, stop }: Settled, connectionId: string) {
  await db.transaction('rw', db.outbox, db.meta, async () => {
    await putRows(db, rows)
    await putMeta(db, 'hold', hold)
    if (stop === undefined) return
    const others = (await queuedRows(db)).filter(row => row.connectionId === connectionId)
    const told = others.map(row => needsYou(row, stop))
    await putRows(db, told)
  })
}
