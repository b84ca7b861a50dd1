import type { Problem } from '../lead/problem.ts'
import type { Lead } from '../lead/schema.ts'
import type { Database } from './database.ts'
import { getMeta, putMeta } from './meta.ts'
import type { DraftRow, OutboxRow, QueuedRow, SendingRow } from './rows.ts'
import { queued, sending } from './transitions.ts'

/** What a promotion makes of one draft row: the frozen lead, or nothing where it can't be promoted. */
export type Freeze = (row: DraftRow, revision: number) => Lead | undefined

/**
 * Promotes drafts, in one transaction: the frozen lead, its key (id and revision) and its place in
 * the outbox are all there afterwards, or none of them. Who is in the outbox already is left alone,
 * so a second click promotes nobody twice.
 *
 * @param freeze makes the lead of a row; pure and synchronous, since it runs inside the transaction
 * @returns the ids that are in the outbox now because of this call
 */
export function promoteRows(
  db: Database,
  ids: readonly string[],
  connectionId: string,
  freeze: Freeze,
): Promise<string[]> {
  return db.transaction('rw', db.drafts, db.outbox, db.promoted, db.meta, async () => {
    const rows = (await db.drafts.bulkGet([...ids])).filter(row => row !== undefined)
    const there = await db.outbox.bulkGet(rows.map(row => row.id))
    const frozen = rows
      .filter((_, index) => there[index] === undefined)
      .map(row => ({ row, lead: freeze(row, row.revision + 1) }))
      .filter((entry): entry is { row: DraftRow; lead: Lead } => entry.lead !== undefined)
    const last = (await db.outbox.orderBy('seq').last())?.seq ?? 0
    await db.promoted.bulkPut(
      frozen.map(({ lead }) => ({ leadId: lead.id, revision: lead.revision, lead })),
    )
    await db.outbox.bulkPut(
      frozen.map(({ lead }, index) => ({
        leadId: lead.id,
        revision: lead.revision,
        connectionId,
        seq: last + 1 + index,
        attempts: 0,
        phase: 'queued',
        dueAt: 0,
      })),
    )
    await db.drafts.bulkPut(frozen.map(({ row, lead }) => ({ ...row, revision: lead.revision })))
    await lengthenRun(db, frozen.length)
    return frozen.map(({ lead }) => lead.id)
  })
}

async function lengthenRun(db: Database, added: number) {
  const open = await countOpen(db)
  const run = open > added ? await getMeta(db, 'run') : undefined
  await putMeta(db, 'run', { total: (run?.total ?? open - added) + added })
}

/** How many leads are on their way: neither on the card nor in need of somebody. */
export const countOpen = (db: Database) =>
  db.outbox.where('phase').anyOf('queued', 'sending').count()

/**
 * Makes drafts of promoted leads again, as long as no request with them was begun.
 *
 * @returns the ids that are drafts again; the others are on their way or further
 */
export function takeBackRows(db: Database, ids: readonly string[]): Promise<string[]> {
  return db.transaction('rw', db.drafts, db.outbox, db.promoted, async () => {
    const rows = (await db.outbox.bulkGet([...ids])).filter(row => row !== undefined)
    const untouched = rows.filter(row => row.phase !== 'on-card' && row.attempts === 0)
    await db.outbox.bulkDelete(untouched.map(row => row.leadId))
    await db.promoted.bulkDelete(untouched.map(row => [row.leadId, row.revision]))
    for (const row of untouched) {
      // Nobody saw this revision, so its number is free again.
      await db.drafts.update(row.leadId, { revision: row.revision - 1 })
    }
    return untouched.map(row => row.leadId)
  })
}

/**
 * Makes a lead that needs somebody a draft again, to be corrected. Its revision stays counted, for
 * a CRM may have seen it.
 *
 * @returns whether it is a draft now
 */
export function reopenRow(db: Database, id: string): Promise<boolean> {
  return db.transaction('rw', db.outbox, async () => {
    const row = await db.outbox.get(id)
    if (row?.phase !== 'needs-you') return false
    await db.outbox.delete(id)
    return true
  })
}

/**
 * Queues leads again that need somebody, for now and for the connection that is current: pressing
 * the button is the user's word that they may go there.
 *
 * @param which all of them, or those whose problem this names
 * @returns how many
 */
export function requeueRows(
  db: Database,
  connectionId: string,
  which: (row: OutboxRow, problem: Problem) => boolean = () => true,
): Promise<number> {
  return db.transaction('rw', db.outbox, db.meta, async () => {
    const rows = await db.outbox.where('phase').equals('needs-you').toArray()
    const again = rows.filter(row => row.phase === 'needs-you' && which(row, row.problem))
    await db.outbox.bulkPut(again.map(row => queued({ ...row, connectionId }, 0)))
    await db.meta.delete('hold')
    await lengthenRun(db, again.length)
    return again.length
  })
}

/** Behind every number in an index. */
const END = Number.POSITIVE_INFINITY

/** Leads that are due at `now`, longest due and first promoted first. */
export async function dueRows(db: Database, now: number, limit: number): Promise<QueuedRow[]> {
  const rows = await db.outbox
    .where('[phase+dueAt+seq]')
    .between(['queued', 0, 0], ['queued', now, END], true, true)
    .limit(limit)
    .toArray()
  return rows.filter(row => row.phase === 'queued')
}

/** The lead that is due next after `now`, if one waits. */
export async function nextDueRow(db: Database, now: number): Promise<QueuedRow | undefined> {
  const row = await db.outbox
    .where('[phase+dueAt+seq]')
    .between(['queued', now, END], ['queued', END, END], false, true)
    .first()
  return row?.phase === 'queued' ? row : undefined
}

/** Leads that a request was begun with and not settled. */
export async function sendingRows(db: Database): Promise<SendingRow[]> {
  const rows = await db.outbox.where('phase').equals('sending').toArray()
  return rows.filter(row => row.phase === 'sending')
}

/**
 * Leases leads to one sender, before its request begins: the first of those that still stand as they
 * were planned (one that was taken back in the meantime does not), as many as fit into one request.
 *
 * @param bytes the most that the leads of one request may take, as JSON; a larger one goes alone
 * @returns the leased rows with the frozen leads that belong to them
 */
export function leaseRows(
  db: Database,
  planned: readonly QueuedRow[],
  lease: SendingRow['lease'],
  bytes: number,
): Promise<{ row: SendingRow; lead: Lead }[]> {
  return db.transaction('rw', db.outbox, db.promoted, async () => {
    const now = await db.outbox.bulkGet(planned.map(row => row.leadId))
    const still = planned.filter((row, index) => {
      const current = now[index]
      return current?.phase === 'queued' && current.revision === row.revision
    })
    const leads = await db.promoted.bulkGet(
      still.map((row): [string, number] => [row.leadId, row.revision]),
    )
    const pairs = still.flatMap((row, index) => {
      const lead = leads[index]?.lead
      return lead === undefined ? [] : [{ row: sending(row, lease), lead }]
    })
    const leased = pairs.slice(0, howManyFit(pairs, bytes))
    await db.outbox.bulkPut(leased.map(({ row }) => row))
    return leased
  })
}

function howManyFit(pairs: readonly { lead: Lead }[], bytes: number): number {
  let size = 0
  const first = pairs.findIndex(({ lead }) => {
    size += new TextEncoder().encode(JSON.stringify(lead)).byteLength
    return size > bytes
  })
  return first === -1 ? pairs.length : Math.max(1, first)
}

/** Writes what became of leads, all in one transaction. */
export const putRows = (db: Database, rows: readonly OutboxRow[]) => db.outbox.bulkPut([...rows])

/** All leads that wait to be sent, for a word that holds for all of them. */
export async function queuedRows(db: Database): Promise<QueuedRow[]> {
  const rows = await db.outbox.where('phase').equals('queued').toArray()
  return rows.filter(row => row.phase === 'queued')
}
