import { howManyFit } from '../../../lib/store/leases.ts'
import type {
  Change,
  Judged,
  Leased,
  Queue,
  QueueFacts,
  Settlement,
  Window,
} from '../../../lib/store/queue.ts'
import type { LeaseRow, OutboxRow, QueuedRow } from '../../../lib/store/rows.ts'
import { needsYou } from '../../../lib/store/transitions.ts'
import type { Disk, Tables } from './disk.ts'

/** Goes to the disk and comes back later, or not at all. */
export type Reach = <T>(effect: () => T) => Promise<T>

/** The same queue as the one on disk; `same.test.ts` holds that. */
export function queueIn(disk: Disk, reach: Reach): Queue {
  return {
    step: (window, judge, ended = []) =>
      reach(() =>
        disk.write(tables => {
          for (const settlement of ended) settle(tables, settlement)
          const judged = judge(factsOf(tables, window))
          if (judged.change) change(tables, judged.change)
          return [judged.answer, judged.lease && lease(tables, judged.lease)]
        }),
      ),
    settle: settlement => reach(() => disk.write(tables => settle(tables, settlement))),
    readRemote: (connectionId, leadId) =>
      reach(() => disk.read().remote.get(remoteKey(connectionId, leadId)) ?? {}),
    checkpoint: (connectionId, leadId, step, value) =>
      reach(() =>
        disk.write(({ remote }) => {
          const key = remoteKey(connectionId, leadId)
          remote.set(key, { ...remote.get(key), [step]: value })
        }),
      ),
    readFrozen: seq => reach(() => disk.read().frozen.get(seq)?.lead),
  }
}

function settle(tables: Tables, { lease, judge }: Settlement): void {
  const found = tables.leases.get(lease.id)
  if (found === undefined) return
  const { hold, pace } = tables.meta
  change(tables, judge({ lease: found, rows: rowsOf(tables, found), hold, pace }))
}

export const remoteKey = (connectionId: string, leadId: string) => `${connectionId} ${leadId}`

/** The leads that are in a request. */
export const leasedIn = ({ leases }: Readonly<Tables>) =>
  new Set([...leases.values()].flatMap(({ leads }) => leads.map(({ leadId }) => leadId)))

const rowsOf = ({ outbox }: Tables, { leads }: LeaseRow): OutboxRow[] =>
  leads.map(({ leadId }) => outbox.get(leadId)).filter(row => row !== undefined)

/** Those that wait, in the order of the index. */
const waitingIn = ({ outbox }: Tables): QueuedRow[] =>
  [...outbox.values()]
    .filter(row => row.phase === 'queued')
    .sort((a, b) => a.dueAt - b.dueAt || a.seq - b.seq)

function factsOf(tables: Tables, { now, horizon, limit }: Window): QueueFacts {
  const taken = leasedIn(tables)
  const waiting = waitingIn(tables)
  const isDue = ({ dueAt }: QueuedRow) => dueAt <= now || dueAt > horizon
  const due = waiting.filter(row => isDue(row) && !taken.has(row.leadId)).slice(0, limit)
  const next = waiting.find(row => row.dueAt > now && row.dueAt <= horizon)
  const { hold, pace, paused } = tables.meta
  return {
    ...{ due, next: due.length > 0 ? undefined : next, hold, pace, paused: paused !== undefined },
    // By id, as a table is read.
    leases: [...tables.leases.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(each => ({ lease: each, rows: rowsOf(tables, each) })),
  }
}

function change(tables: Tables, { rows, ended, lease, stop, ...meta }: Change): void {
  for (const row of rows) tables.outbox.set(row.leadId, row)
  if (stop !== undefined) tellAll(tables, stop)
  if (lease !== undefined) tables.leases.set(lease.id, lease)
  for (const id of ended ?? []) tables.leases.delete(id)
  if ('hold' in meta) setMeta(tables, 'hold', meta.hold)
  if (meta.pace !== undefined) setMeta(tables, 'pace', meta.pace)
}

function tellAll(tables: Tables, { connectionId, problem }: NonNullable<Change['stop']>) {
  const taken = leasedIn(tables)
  for (const row of waitingIn(tables)) {
    const isTold = row.connectionId === connectionId && !taken.has(row.leadId)
    if (isTold) tables.outbox.set(row.leadId, needsYou(row, problem))
  }
}

/** Writes a fact about the whole queue, or takes it back where there is none. */
export function setMeta<K extends keyof Tables['meta']>(
  { meta }: Tables,
  key: K,
  value: Tables['meta'][K],
) {
  if (value === undefined) delete meta[key]
  else meta[key] = value
}

function lease(
  tables: Tables,
  { rows, bytes, ...begun }: NonNullable<Judged<unknown>['lease']>,
): Leased | undefined {
  const frozen = rows.map(({ seq }) => tables.frozen.get(seq)).filter(row => row !== undefined)
  const fitting = frozen.slice(0, howManyFit(frozen, bytes))
  if (fitting.length === 0) return undefined
  const leads = fitting.map(({ leadId, revision, seq }) => ({ leadId, revision, seq }))
  const leased = { ...begun, leads }
  tables.leases.set(leased.id, leased)
  return {
    lease: leased,
    rows: rows.filter(row => leads.some(each => each.seq === row.seq)),
    leads: fitting.map(({ lead }) => lead),
  }
}
