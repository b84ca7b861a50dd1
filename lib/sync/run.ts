import {
  Adjourned,
  type Checkpoint,
  type Connector,
  type Item,
  type Outcome,
  type Session,
} from '../crm/connector.ts'
import type { Judged, Leased, Queue, QueueFacts, Settlement } from '../store/queue.ts'
import type { LeaseRow, MetaRows } from '../store/rows.ts'
import { ASKED_CAP } from './backoff.ts'
import { firstPace, type PaceLimits, within } from './pace.ts'
import { type Action, isDead, LEASE, plan } from './plan.ts'
import { type Bounds, createTurns, reach } from './reach.ts'
import { type Sent, settle } from './settle.ts'

/** A configured CRM: which one, who speaks with it, and the way to it. */
export interface Line {
  connectionId: string
  connector: Connector
  session: Session
}

export interface RunDeps {
  queue: Queue
  /** The CRM as it is configured now; `undefined` for none. */
  line(): Promise<Line | undefined>
  /** Milliseconds since the epoch. */
  now(): number
  /** Milliseconds since any moment, by a clock that nobody can set. */
  elapsed(): number
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
 * Sends what is due until nothing is, or the budget of this wake-up is used: as many requests at a
 * time as the CRM takes well, each settled by itself. To be called under the lock that makes its
 * caller the only sender.
 *
 * @throws what isn't weather: a bug, or a disk that takes no more; once every request has ended
 */
export async function run(deps: RunDeps): Promise<Ended> {
  const end = deps.elapsed() + WAKE_BUDGET
  const owner = deps.newId()
  const lanes = createLanes()
  try {
    return await serve(deps, lanes, owner, { end, waits: { count: 0 }, turns: createTurns() })
  } finally {
    // Whoever is called next may send what these still do.
    while (lanes.open() > 0) await lanes.next()
    await keepWhatIsLeft(deps.queue, lanes.toSettle())
  }
}

/**
 * A disk that failed the run may have room again for what these requests came to. Where it hasn't,
 * their leases stay, and the next run takes their leads for unclear; the first failure is the news.
 */
async function keepWhatIsLeft(queue: Queue, ended: readonly Settlement[]): Promise<void> {
  await Promise.allSettled(ended.map(settlement => queue.settle(settlement)))
}

async function serve(
  deps: RunDeps,
  lanes: ReturnType<typeof createLanes>,
  owner: string,
  bounds: Bounds,
): Promise<Ended> {
  for (;;) {
    const line = await deps.line()
    const [ended, haveEnded] = [lanes.toSettle(), lanes.haveEnded()]
    const isOver = lanes.hasFailed() || deps.elapsed() > bounds.end
    const step = await take(deps, line, { owner, open: lanes.open(), isOver, ended })
    lanes.settled(ended.length)
    if (step.do === 'sent') {
      if (line !== undefined) lanes.add(send(deps, line, step, bounds))
      // Nobody takes part in this queue but us: as long as all lanes are busy, no look is needed.
      if (lanes.open() >= step.lanes) await lanes.next()
      continue
    }
    // What it says was true before a request ended.
    if (step.do === 'write' || lanes.haveEnded() !== haveEnded) continue
    if (lanes.open() === 0) return endOf(step, lanes.error())
    await lanes.next()
  }
}

type Step =
  | Exclude<Action, { do: 'send' }>
  /** Something is due, but this wake-up may begin nothing more, or enough is under way. */
  | { do: 'over' | 'full' }
  | { do: 'sent'; leased: Leased; holdBefore: MetaRows['hold'] | undefined; lanes: number }

function endOf(step: Step, error: { cause: unknown } | undefined): Ended {
  if (error !== undefined) throw error.cause
  if (step.do === 'sleep') return { more: false, wakeAt: step.until }
  return step.do === 'rest' ? { more: false, wakeAt: undefined } : { more: true }
}

interface Turn {
  owner: string
  /** Requests that are under way, and those that ended since the last step. */
  open: number
  ended: readonly Settlement[]
  /** Whether this wake-up may begin nothing more. */
  isOver: boolean
}

/** One step of the outbox, in one transaction: settle, plan, write, lease. */
async function take(
  { queue, now, newId }: RunDeps,
  line: Line | undefined,
  { owner, open, ended, isOver }: Turn,
): Promise<Step> {
  const { limits } = line?.connector ?? NO_CRM
  const at = now()
  const judge = (read: QueueFacts): Judged<[Step, QueueFacts]> => {
    const { batch } = paceOf(read.pace, limits)
    const facts = { ...read, owner, connectionId: line?.connectionId, batch }
    const action = plan(facts, at)
    if (action.do === 'write') {
      const { rows, ended } = action
      return { answer: [action, read], change: { rows, ended } }
    }
    if (action.do !== 'send') return { answer: [action, read] }
    if (isOver) return { answer: [{ do: 'over' }, read] }
    if (open >= lanesOf(read.pace, limits)) return { answer: [{ do: 'full' }, read] }
    const lease = { id: newId(), owner, until: at + LEASE, bytes: limits.bytes, rows: action.rows }
    return { answer: [{ do: 'full' }, read], lease }
  }
  const mayBeOver = (lease: LeaseRow) => isDead(lease, owner, at)
  const window = { now: at, horizon: at + ASKED_CAP, limit: limits.batch, mayBeOver }
  const [[step, { hold, pace }], leased] = await queue.step(window, judge, ended)
  if (leased === undefined) return step
  return { do: 'sent', leased, holdBefore: hold, lanes: lanesOf(pace, limits) }
}

const paceOf = (pace: MetaRows['pace'] | undefined, limits: PaceLimits) =>
  within(pace ?? firstPace(limits), limits)

/** How many requests may be under way. */
const lanesOf = (pace: MetaRows['pace'] | undefined, limits: PaceLimits) =>
  Math.floor(paceOf(pace, limits).lanes)

/** Without a CRM there is nothing to send, but there are leads to tell so. */
const NO_CRM = { limits: { batch: 100, bytes: 0, concurrency: 1 } }

/** Outcomes are kept at the latest after this many milliseconds, while others are still to come. */
const KEEP_AFTER = 5000

/** @returns what is still to be settled of it, with the next step */
async function send(
  deps: RunDeps,
  { connectionId, connector, session }: Line,
  { leased, holdBefore }: Extract<Step, { do: 'sent' }>,
  bounds: Bounds,
): Promise<Settlement> {
  const { queue, now, elapsed, random } = deps
  const { limits, steps } = connector
  const begun = elapsed()
  const reached = reach(session, limits, bounds, elapsed)
  const items = await itemsOf(queue, leased, connectionId, steps)
  let outcomes: Outcome[] = []
  let keptAt = begun
  const settlement = (end: Pick<Sent, 'isLast' | 'adjourned'>): Settlement => {
    const sent = { connectionId, outcomes, holdBefore, took: elapsed() - begun, limits, ...end }
    return { lease: leased.lease, judge: facts => settle(facts, sent, now(), random()) }
  }
  const touched = new Set<string>()
  const keep: Checkpoint = async (leadId, step, value) => {
    touched.add(leadId)
    await queue.checkpoint(connectionId, leadId, step, value)
  }
  try {
    for await (const outcome of connector.push(reached.session, items, keep)) {
      outcomes.push(outcome)
      if (elapsed() - keptAt < KEEP_AFTER) continue
      await queue.settle(settlement({ isLast: false }))
      outcomes = []
      keptAt = elapsed()
    }
  } catch (error) {
    if (!(error instanceof Adjourned)) throw error
    // Steps tell whom they are about; another request was about all that have no outcome yet.
    const all = reached.isBegun() ? items.map(({ lead }) => lead.id) : []
    const adjourned = steps ? { begun: touched } : { begun: new Set(all), isUnclear: true as const }
    return settlement({ isLast: true, adjourned })
  }
  return settlement({ isLast: true })
}

async function itemsOf(
  queue: Queue,
  { leads, rows }: Leased,
  connectionId: string,
  hasSteps: boolean,
): Promise<Item[]> {
  const plain = leads.map((lead, index) => ({
    ...{ lead, isUnclear: rows[index]?.unclear === true, done: {} },
    ...(rows[index]?.isMissing ? { isMissing: true as const } : {}),
  }))
  if (!hasSteps) return plain
  return Promise.all(
    plain.map(async (item, index) => {
      const confirmed = rows[index]?.confirmed
      const earlier = confirmed && (await queue.readFrozen(confirmed.seq))
      const done = await queue.readRemote(connectionId, item.lead.id)
      return earlier === undefined ? { ...item, done } : { ...item, done, earlier }
    }),
  )
}

/** The requests that are under way, and those that ended and are to be settled. */
function createLanes() {
  const lanes = new Set<Promise<void>>()
  let error: { cause: unknown } | undefined
  const ended: Settlement[] = []
  let haveEnded = 0
  return {
    /** How many have ended so far. */
    haveEnded: () => haveEnded,
    open: () => lanes.size,
    hasFailed: () => error !== undefined,
    error: () => error,
    toSettle: () => [...ended],
    /** The first of them are settled. */
    settled: (count: number) => void ended.splice(0, count),
    add(sending: Promise<Settlement>) {
      const lane: Promise<void> = sending
        .then(
          settlement => void ended.push(settlement),
          (cause: unknown) => {
            error ??= { cause }
          },
        )
        .then(() => {
          lanes.delete(lane)
          haveEnded += 1
        })
      lanes.add(lane)
    },
    next: () => Promise.race(lanes),
  }
}
