import type { Database } from './database.ts'
import type { LeaseRow, OutboxRow, QueuedRow } from './rows.ts'
import { rangeOf, readRows } from './standing.ts'

/** Behind every number in an index. */
const END = Number.POSITIVE_INFINITY

/** More pieces than this between the leads in requests, and those leads are read along instead. */
const MOST_PIECES = 16

/** So often we read on where others lie between those that are due at once; then by the index. */
const MORE_PAGES = 3

/** A place in the index over waiting leads: when one is due, and its order of promotion. */
type Place = [dueAt: number, seq: number]

/**
 * Leads whose time has come, in order, and in no request.
 *
 * @param window see `Queue.step`
 * @param leases requests that are under way
 * @param front see `front.ts`
 * @param left leases of leads that are just leaving the queue
 */
export async function readDue(
  db: Database,
  window: { now: number; horizon: number; limit: number },
  leases: readonly LeaseRow[],
  front = 0,
  left: readonly LeaseRow[] = [],
): Promise<QueuedRow[]> {
  const { now, horizon, limit } = window
  const leads = [...leases, ...left].flatMap(lease => lease.leads)
  const taken = new Set(leads.map(({ leadId }) => leadId))
  const pieces = piecesWithout(
    leads.map(({ seq }) => seq),
    front,
  )
  const { found, isAll } = await firstBetween(db, pieces, taken, limit)
  if (found.length === limit) return found
  const early = isAll
    ? [found, await freeBetween(db, [0, END], [now, END], taken, limit - found.length)]
    : await Promise.all([
        ...pieces.slice(0, -1).map(([a, b]) => freeBetween(db, [0, a], [0, b], taken, limit)),
        freeBetween(db, [0, pieces.at(-1)?.[0] ?? 0], [now, END], taken, limit),
      ])
  const due = early.flat()
  // The front is only where to begin: what it should have missed is found before anybody rests. Not
  // earlier: who looks from the beginning passes over all that was ever sent.
  const isRest = due.length === 0 && front > 0 && leases.length === 0
  if (isRest && (await hasRows(db))) return readDue(db, window, leases, 0, left)
  if (due.length >= limit) return due.slice(0, limit)
  const late = await freeBetween(db, [horizon, END], [END, END], taken, limit - due.length)
  return [...due, ...late]
}

const hasRows = async (db: Database) => (await db.outgoing.limit(1).primaryKeys()).length > 0

/**
 * Those that are due at once, in the order of promotion. The index has them first, too, but to read
 * by it takes twice the time.
 *
 * @returns at most `limit` of them; `isAll`: there are no more, rather than behind many others
 */
async function firstBetween(
  db: Database,
  pieces: readonly [from: number, to: number][],
  taken: ReadonlySet<string>,
  limit: number,
): Promise<{ found: QueuedRow[]; isAll: boolean }> {
  const isFirst = (row: OutboxRow): row is QueuedRow =>
    row.phase === 'queued' && row.dueAt === 0 && !taken.has(row.leadId)
  const page = (from: number, to: number) =>
    db.outgoing.where('seq').between(from, to, true, true).limit(limit).toArray()
  const found: QueuedRow[] = []
  let more = MORE_PAGES
  const begun = await Promise.all(pieces.map(([from, to]) => page(from, to)))
  for (const [index, first] of begun.entries()) {
    let rows = first
    for (;;) {
      found.push(...rows.filter(isFirst))
      if (found.length >= limit) return { found: found.slice(0, limit), isAll: false }
      if (rows.length < limit) break
      if (more === 0) return { found, isAll: false }
      more -= 1
      rows = await page((rows.at(-1)?.seq ?? 0) + 1, pieces[index]?.[1] ?? 0)
    }
  }
  return { found, isAll: true }
}

/** The first lead that is due after `now`. */
export async function readNext(db: Database, { now, horizon }: { now: number; horizon: number }) {
  return (await between(db, [now, END], [horizon, END], 1))[0]
}

/**
 * What lies between leads in requests, in the order of promotion. They come first in the index and
 * may be thousands, and one that is read is a copy of it; so we read around them.
 *
 * @returns pieces with both ends in them, the last of which has no end; all in one where the leads
 *   in requests are scattered
 */
export function piecesWithout(seqs: readonly number[], front = 0): [from: number, to: number][] {
  const pieces: [from: number, to: number][] = []
  let from = front
  for (const seq of seqs.toSorted((a, b) => a - b)) {
    if (seq > from) pieces.push([from, seq - 1])
    from = Math.max(from, seq + 1)
  }
  return pieces.length < MOST_PIECES ? [...pieces, [from, END]] : [[front, END]]
}

/** The first free leads between two places, both of them in it. */
async function freeBetween(
  db: Database,
  from: Place,
  to: Place,
  taken: ReadonlySet<string>,
  limit: number,
): Promise<QueuedRow[]> {
  const free: QueuedRow[] = []
  let begin: Place | undefined = from
  let isAfter = false
  while (begin !== undefined) {
    const rows = await between(db, begin, to, limit, isAfter)
    free.push(...rows.filter(row => !taken.has(row.leadId)))
    const last = rows.at(-1)
    begin = rows.length === limit && free.length < limit && last ? placeOf(last) : undefined
    isAfter = true
  }
  return free.slice(0, limit)
}

const placeOf = ({ dueAt, seq }: QueuedRow): Place => [dueAt, seq]

/** Only waiting leads are in this index. */
async function between(db: Database, from: Place, to: Place, limit: number, isAfter = false) {
  const rows = db.outgoing.where('[dueAt+seq]').between(from, to, !isAfter, true).limit(limit)
  return (await rows.toArray()) as QueuedRow[]
}

/** The rows of leads in a request as they are now, in their order, without those that are gone. */
export async function readLeased(db: Database, { leads }: LeaseRow): Promise<OutboxRow[]> {
  const seqs = leads.map(({ seq }) => seq)
  const range = rangeOf(seqs)
  const there = range
    ? await db.outgoing
        .where('seq')
        .between(...range, true, true)
        .toArray()
    : await db.outgoing.bulkGet(seqs)
  const found = new Map(there.flatMap(row => (row === undefined ? [] : [[row.leadId, row]])))
  const others = leads.map(({ leadId }) => leadId).filter(leadId => !found.has(leadId))
  const moved = await readRows(db, others)
  others.forEach((leadId, index) => {
    const row = moved[index]
    if (row !== undefined) found.set(leadId, row)
  })
  return leads.map(({ leadId }) => found.get(leadId)).filter(row => row !== undefined)
}
