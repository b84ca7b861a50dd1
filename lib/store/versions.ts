import type { Dexie, Transaction } from 'dexie'
import { readDraft } from '../lead/draft.ts'
import type { Problem } from '../lead/problem.ts'
import type { Lead } from '../lead/schema.ts'
import { tellBy } from '../lead/tell/deadline.ts'
import { knownRow } from './knownRow.ts'
import { isSettled, packed, packedLease } from './packing.ts'
import { reminderRow } from './reminderRow.ts'
import type { Card, LeaseRow, OutboxRow } from './rows.ts'

/** The schema that this code knows. Dexie counts in tenths: the browser sees ten times this. */
export const CODE_VERSION = 7

/**
 * Each schema that was ever released, and the step to it. A step runs in one transaction with the
 * change of the schema: it is made whole or not at all. `copies` holds the outbox as it was before
 * the last step that rewrote it.
 */
export function declareVersions(db: Dexie): void {
  db.version(1).stores({
    drafts: 'id, order, *tokens',
    outbox: 'leadId, phase, [phase+dueAt+seq], seq',
    promoted: '[leadId+revision]',
    meta: 'key',
  })
  db.version(2)
    .stores({
      // No index holds a lead that is on the card: that step is one write of one narrow row.
      outbox: 'leadId, [dueAt+seq], stuck',
      // In the order of promotion, so that a batch is one range.
      frozen: 'seq, leadId',
      leases: 'id',
      remote: '[connectionId+leadId]',
      copies: '[version+leadId]',
    })
    .upgrade(toNarrowRows)
  db.version(3).stores({ promoted: null })
  db.version(4)
    .stores({
      // By order of promotion, so that a request's leads leave it as one range. Each lead once.
      outgoing: 'seq, &leadId, [dueAt+seq], stuck',
      settled: '++id, *leadIds',
      outbox: null,
    })
    .upgrade(toSettledRows)
  db.version(5).stores({ known: 'id, order, *keys, [firm+order]' }).upgrade(toKnownPeople)
  db.version(6).stores({ drafts: 'id, order, *tokens, tellBy' }).upgrade(toPeopleToTell)
  db.version(7).stores({ reminders: 'id, on, due' }).upgrade(toReminders)
}

/** Rows that are moved at a time: whole, they are what fills the memory. */
const PORTION = 500

/** The rows of version 1, as far as the step to version 2 has to know them. */
type FirstRow = {
  leadId: string
  revision: number
  connectionId: string
  seq: number
  attempts: number
} & (
  | { phase: 'queued'; dueAt: number; problem?: Problem }
  | { phase: 'sending'; lease: unknown }
  | { phase: 'needs-you'; problem: Problem }
  | { phase: 'on-card'; card?: Card }
)
type FirstFrozen = { leadId: string; revision: number; lead: Lead }

async function toNarrowRows(tx: Transaction): Promise<void> {
  const outbox = tx.table('outbox')
  const rows: FirstRow[] = await outbox.toArray()
  await tx.table('copies').bulkPut(rows.map(row => ({ version: 1, leadId: row.leadId, row })))
  await outbox.bulkPut(rows.map(narrowed))
  // Only the revision that a row stands for: nothing asks for an earlier one again.
  for (let start = 0; start < rows.length; start += PORTION) {
    const portion = rows.slice(start, start + PORTION)
    const keys = portion.map(({ leadId, revision }) => [leadId, revision])
    const frozen: (FirstFrozen | undefined)[] = await tx.table('promoted').bulkGet(keys)
    const moved = portion.flatMap(({ leadId, revision, seq }, index) => {
      const lead = frozen[index]?.lead
      return lead === undefined ? [] : [{ seq, leadId, revision, lead }]
    })
    await tx.table('frozen').bulkPut(moved)
  }
  // Of another shape, and only a wait: the next answer makes a new one.
  await tx.table('meta').delete('hold')
}

async function toSettledRows(tx: Transaction): Promise<void> {
  const leases: LeaseRow[] = await tx.table('leases').toArray()
  await tx.table('leases').bulkPut(leases.map(packedLease))
  const keys = await tx.table('outbox').toCollection().primaryKeys()
  for (let start = 0; start < keys.length; start += PORTION) {
    const rows: OutboxRow[] = await tx.table('outbox').bulkGet(keys.slice(start, start + PORTION))
    await tx.table('copies').bulkPut(rows.map(row => ({ version: 3, leadId: row.leadId, row })))
    await tx.table('settled').bulkAdd(packed(rows.filter(isSettled)))
    await tx.table('outgoing').bulkPut(rows.filter(row => !isSettled(row)))
  }
}

function narrowed(row: FirstRow): OutboxRow {
  const { leadId, revision, connectionId, seq, attempts } = row
  const kept = { leadId, revision, connectionId, seq, attempts }
  if (row.phase === 'queued') {
    const { problem } = row
    const next = { ...kept, phase: row.phase, dueAt: row.dueAt }
    return problem === undefined ? next : { ...next, problem }
  }
  // Its request was under way when the browser changed the code under it.
  if (row.phase === 'sending') return { ...kept, unclear: true, phase: 'queued', dueAt: 0 }
  if (row.phase === 'needs-you')
    return { ...kept, phase: row.phase, problem: row.problem, stuck: 1 }
  const card = row.card === undefined ? {} : { card: row.card }
  return { ...kept, phase: row.phase, confirmed: { revision, seq, ...card } }
}

/** Everybody who was written down can be looked up. Another way to make keys is another step. */
const toKnownPeople = (tx: Transaction): Promise<void> =>
  eachPortion(tx, async rows => {
    const people = rows.flatMap(row => {
      const draft = readDraft(row)
      return draft === undefined ? [] : [knownRow({ ...draft, order: row.order })]
    })
    await tx.table('known').bulkPut(people)
  })

/**
 * Whoever was promoted is to be told, since nobody noted yet that they were; but not who is a draft
 * again, of whom the company has nothing, as far as anybody knows.
 */
const toPeopleToTell = (tx: Transaction): Promise<void> =>
  eachPortion(tx, async rows => {
    const counted = rows.filter(row => row.revision > 0)
    const ids = counted.map(({ id }) => id)
    const [outgoing, settled] = await Promise.all([
      tx.table('outgoing').where('leadId').anyOf(ids).keys(),
      tx.table('settled').where('leadIds').anyOf(ids).keys(),
    ])
    const there = new Set([...outgoing, ...settled])
    const promoted = counted.filter(({ id }) => there.has(id))
    const due = promoted.map(row => ({
      ...row,
      tellBy: tellBy(readDraft(row)?.fields.metOn ?? ''),
    }))
    await tx.table('drafts').bulkPut(due)
  })

/** Whoever has a day for it is to be followed up. */
const toReminders = (tx: Transaction): Promise<void> =>
  eachPortion(tx, async rows => {
    const drafts = rows.map(readDraft).filter(draft => draft !== undefined)
    const days = drafts.map(draft => reminderRow(draft)).filter(row => row !== undefined)
    await tx.table('reminders').bulkPut(days)
  })

interface AnyDraftRow {
  id: string
  order: number
  revision: number
}

/** Goes through all drafts, as many of them at a time as the memory can hold. */
async function eachPortion(
  tx: Transaction,
  task: (rows: AnyDraftRow[]) => Promise<void>,
): Promise<void> {
  const drafts = tx.table('drafts')
  let last = ''
  for (;;) {
    const rows: AnyDraftRow[] = await drafts.where(':id').above(last).limit(PORTION).toArray()
    await task(rows)
    if (rows.length < PORTION) return
    last = rows.at(-1)?.id ?? last
  }
}
