import type { Lead } from '../../../lib/crm/open/contract.ts'
import type { Change, Queue, Settlement } from '../../../lib/store/queue.ts'
import type { LeaseRow, MetaRows, OutboxRow, QueuedRow } from '../../../lib/store/rows.ts'

/** A queue in memory, for thousands of browsers in one process. */
export interface MemoryQueue extends Queue {
  promote(lead: Lead, connectionId: string): void
  /** Leads that are not on the card. */
  open(): number
}

export function createMemoryQueue(): MemoryQueue {
  const rows = new Map<string, OutboxRow>()
  const frozen = new Map<number, Lead>()
  const leases = new Map<string, LeaseRow>()
  const meta: Partial<MetaRows> = {}
  let seq = 0

  const rowsOf = ({ leads }: LeaseRow) =>
    leads.map(({ leadId }) => rows.get(leadId)).filter(row => row !== undefined)

  function write(change: Change) {
    for (const row of change.rows) {
      // What is on the card is counted by the CRM; kept here, it would be all that the memory holds.
      if (row.phase === 'on-card') {
        rows.delete(row.leadId)
        frozen.delete(row.seq)
      } else rows.set(row.leadId, row)
    }
    if (change.lease) leases.set(change.lease.id, change.lease)
    for (const id of change.ended ?? []) leases.delete(id)
    if ('hold' in change) Object.assign(meta, { hold: change.hold })
    if (change.pace) meta.pace = change.pace
    if (change.stop) throw new Error(`Nobody should be needed: ${change.stop.problem.code}`)
  }

  const facts = () => ({ hold: meta.hold, pace: meta.pace })

  function settle({ lease: begun, judge }: Settlement) {
    const lease = leases.get(begun.id)
    if (lease !== undefined) write(judge({ lease, rows: rowsOf(lease), ...facts() }))
  }

  return {
    promote(lead, connectionId) {
      seq += 1
      const { id: leadId, revision } = lead
      frozen.set(seq, lead)
      const row = { leadId, revision, seq, connectionId, attempts: 0 }
      rows.set(leadId, { ...row, phase: 'queued', dueAt: 0 })
    },
    open: () => rows.size,
    async step({ now, horizon, limit }, judge, ended = []) {
      for (const settlement of ended) settle(settlement)
      const all = [...leases.values()]
      const taken = new Set(all.flatMap(({ leads }) => leads.map(({ leadId }) => leadId)))
      const waiting = [...rows.values()]
        .filter((row): row is QueuedRow => row.phase === 'queued' && !taken.has(row.leadId))
        .sort((a, b) => a.dueAt - b.dueAt || a.seq - b.seq)
      const due = waiting.filter(({ dueAt }) => dueAt <= now || dueAt > horizon).slice(0, limit)
      const next = due.length > 0 ? undefined : waiting[0]
      const each = all.map(lease => ({ lease, rows: rowsOf(lease) }))
      const judged = judge({ due, next, leases: each, paused: false, ...facts() })
      if (judged.change) write(judged.change)
      if (judged.lease === undefined) return [judged.answer, undefined]
      const { rows: chosen, bytes: _, ...lease } = judged.lease
      const keys = chosen.map(({ leadId, revision, seq }) => ({ leadId, revision, seq }))
      const leased = { ...lease, leads: keys }
      leases.set(lease.id, leased)
      const leads = keys.map(({ seq }) => frozen.get(seq) as Lead)
      return [judged.answer, { lease: leased, rows: chosen, leads }]
    },
    settle: async settlement => settle(settlement),
    readRemote: async () => ({}),
    checkpoint: async () => undefined,
    readFrozen: async seq => frozen.get(seq),
  }
}
