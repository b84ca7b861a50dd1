import { isSameLead } from '../../../lib/lead/same.ts'
import type { Activity, Lead } from '../../../lib/lead/schema.ts'
import { tellBy } from '../../../lib/lead/tell/deadline.ts'
import { mayBeKept } from '../../../lib/store/kept.ts'
import type { Freeze } from '../../../lib/store/outbox.ts'
import type { DraftRow, OutboxRow } from '../../../lib/store/rows.ts'
import { fresh, isToBeLookedAt } from '../../../lib/store/transitions.ts'
import type { Tables } from './disk.ts'
import { leasedIn, remoteKey, setMeta } from './queue.ts'

/** What people do with their leads, in memory: as `lib/store/outbox.ts` does it on disk. */

/** Puts drafts into the outbox. @returns who is in it because of this */
export function promoteIn(
  tables: Tables,
  ids: readonly string[],
  connectionId: string,
  freeze: Freeze,
): string[] {
  const promoted: string[] = []
  let seq = Math.max(0, ...tables.frozen.keys())
  for (const id of ids) {
    const draft = tables.drafts.get(id)
    const before = tables.outbox.get(id)
    if (draft === undefined || !mayPromote(before)) continue
    const lead = freeze(draft, draft.revision + 1)
    if (lead === undefined || isOnCard(tables, before, lead)) continue
    seq += 1
    enqueue(tables, { draft, before, lead, seq, connectionId })
    promoted.push(id)
  }
  lengthenRun(tables, promoted.length)
  return promoted
}

const mayPromote = (before: OutboxRow | undefined) =>
  before === undefined || (before.phase === 'on-card' && before.edited === true)

/** What was edited and is again as it is on the card goes nowhere. */
function isOnCard(tables: Tables, before: OutboxRow | undefined, lead: Lead): boolean {
  const shown = before && tables.frozen.get(before.seq)?.lead
  if (before?.phase !== 'on-card' || before.unclear || shown === undefined) return false
  if (!isSameLead(shown, lead)) return false
  const { edited: _over, ...rest } = before
  tables.outbox.set(before.leadId, rest)
  return true
}

interface Promotion {
  draft: DraftRow
  before: OutboxRow | undefined
  lead: Lead
  seq: number
  connectionId: string
}

function enqueue(tables: Tables, { draft, before, lead, seq, connectionId }: Promotion) {
  const { id: leadId, revision } = lead
  const known = before?.connectionId === connectionId ? before.confirmed : undefined
  const row = {
    leadId,
    revision,
    seq,
    connectionId,
    attempts: 0,
    ...(known && { confirmed: known }),
  }
  const isElsewhere = before !== undefined && before.connectionId !== connectionId
  const isUnclear = before === undefined ? revision > 1 : before.unclear === true || isElsewhere
  tables.frozen.set(seq, { seq, leadId, revision, lead })
  const unclear = isUnclear ? { unclear: true as const } : {}
  tables.outbox.set(leadId, { ...row, ...unclear, phase: 'queued', dueAt: 0 })
  const due = draft.told === undefined && { tellBy: tellBy(lead.meeting.on ?? '') }
  tables.drafts.set(leadId, { ...draft, revision, ...due })
}

function lengthenRun(tables: Tables, added: number) {
  const open = [...tables.outbox.values()].filter(row => row.phase === 'queued').length
  const before = open > added ? tables.meta.run : undefined
  setMeta(tables, 'run', { total: (before?.total ?? open - added) + added })
}

/** Makes drafts of leads again that no request was begun with. @returns who is a draft again */
export function takeBackIn(tables: Tables, ids: readonly string[]): string[] {
  const leased = leasedIn(tables)
  const untouched = ids
    .map(id => tables.outbox.get(id))
    .filter(row => row !== undefined)
    .filter(row => isUnseen(row, leased) && !row.amended)
  for (const row of untouched) {
    tables.outbox.delete(row.leadId)
    tables.frozen.delete(row.seq)
    if (row.confirmed !== undefined) putEdited(tables, row, row.confirmed)
    const draft = tables.drafts.get(row.leadId)
    if (draft === undefined) continue
    const { tellBy: due, ...rest } = { ...draft, revision: row.revision - 1 }
    const isDue = due !== undefined && mayBeKept(rest)
    tables.drafts.set(row.leadId, isDue ? { ...rest, tellBy: due } : rest)
  }
  return untouched.map(row => row.leadId)
}

function putEdited(
  tables: Tables,
  { leadId, connectionId, unclear }: OutboxRow,
  confirmed: NonNullable<OutboxRow['confirmed']>,
) {
  const { revision, seq } = confirmed
  const row = { leadId, connectionId, revision, seq, attempts: 0, confirmed }
  const left = unclear ? { unclear } : {}
  tables.outbox.set(leadId, { ...row, ...left, phase: 'on-card', edited: true })
}

/** Has a promoted lead say one activity more. @returns whether it does now */
export function noteIn(tables: Tables, leadId: string, activity: Activity): boolean {
  const draft = tables.drafts.get(leadId)
  const { activities = [] } = draft ?? {}
  if (draft === undefined || activities.some(({ id }) => id === activity.id)) return false
  const revision = amendIn(tables, draft, lead => [...lead.activities, activity])
  if (revision === undefined) return false
  const now = tables.drafts.get(leadId) ?? draft
  tables.drafts.set(leadId, { ...now, activities: [...activities, { ...activity, revision }] })
  return true
}

/** Takes an activity back that no request was begun with. @returns whether it is gone */
export function takeBackNoteIn(tables: Tables, leadId: string, id: string): boolean {
  const draft = tables.drafts.get(leadId)
  const noted = draft?.activities?.find(activity => activity.id === id)
  const there = tables.outbox.get(leadId)
  if (!draft || !noted || noted.revision !== there?.revision) return false
  if (!isUnseen(there, leasedIn(tables))) return false
  amendIn(tables, draft, lead => lead.activities.filter(activity => activity.id !== id))
  const left = draft.activities?.filter(activity => activity.id !== id) ?? []
  const now = tables.drafts.get(leadId) ?? draft
  tables.drafts.set(leadId, { ...now, activities: left })
  const row = tables.outbox.get(leadId)
  if (
    row &&
    !row.confirmed &&
    !row.unclear &&
    left.every(each => each.revision !== noted.revision)
  ) {
    const { amended: _nothing, ...rest } = row
    tables.outbox.set(leadId, rest as OutboxRow)
  }
  return true
}

const isUnseen = (row: OutboxRow, leased: ReadonlySet<string>) =>
  row.phase !== 'on-card' && row.attempts === 0 && !leased.has(row.leadId)

function amendIn(
  tables: Tables,
  draft: DraftRow,
  amend: (lead: Lead) => Lead['activities'],
): number | undefined {
  const { drafts, outbox, frozen } = tables
  const before = outbox.get(draft.id)
  const lead = frozen.get(before?.seq ?? 0)?.lead
  if (before === undefined || lead === undefined) return undefined
  if (before.phase === 'on-card' && before.edited) return undefined
  const next = { ...lead, activities: amend(lead) }
  const unseen = isUnseen(before, leasedIn(tables))
  if (unseen) frozen.delete(before.seq)
  const { leadId, connectionId, confirmed, unclear } = before
  const shown = confirmed && frozen.get(confirmed.seq)?.lead
  if (unseen && confirmed && shown && !unclear && isSameLead(shown, next)) {
    const { revision, seq } = confirmed
    const row = { leadId, revision, connectionId, seq, attempts: 0, confirmed }
    outbox.set(leadId, { ...row, phase: 'on-card' })
    drafts.set(leadId, { ...draft, revision: before.revision - 1 })
    return revision
  }
  const revision = unseen ? before.revision : draft.revision + 1
  const seq = Math.max(0, ...frozen.keys()) + 1
  frozen.set(seq, { seq, leadId, revision, lead: { ...next, revision } })
  const changed = { revision, seq, attempts: 0, amended: true as const }
  if (before.phase !== 'on-card') outbox.set(leadId, { ...before, ...changed })
  else {
    const kept = { leadId, connectionId, ...(unclear && { unclear }), confirmed: before.confirmed }
    outbox.set(leadId, { ...kept, ...changed, phase: 'queued', dueAt: 0 })
    lengthenRun(tables, 1)
  }
  drafts.set(leadId, { ...draft, revision })
  return revision
}

/** Makes a draft of a lead that needs somebody, or is on the card. @returns whether it is one now */
export function reopenIn(tables: Tables, id: string): boolean {
  const row = tables.outbox.get(id)
  if (row === undefined || row.phase === 'queued') return false
  const draft = tables.drafts.get(id)
  if (row.phase === 'on-card' && !row.edited && draft !== undefined) {
    tables.drafts.set(id, { ...draft, before: draft.fields })
  }
  if (row.confirmed !== undefined) putEdited(tables, row, row.confirmed)
  else withdraw(tables, row, draft)
  return true
}

/** Queues again what needs somebody. @returns how many */
export function requeueIn(
  tables: Tables,
  connectionId: string,
  which: (row: OutboxRow) => boolean = () => true,
  isMissing = false,
): number {
  const again = [...tables.outbox.values()]
    .filter(row => row.phase === 'needs-you' && which(row))
    .filter(row => isToBeLookedAt(row, connectionId) === isMissing)
  for (const row of again) tables.outbox.set(row.leadId, fresh(row, connectionId, isMissing))
  setMeta(tables, 'hold', undefined)
  lengthenRun(tables, again.length)
  return again.length
}

/** Writes a draft down, unless its lead is on its way. @returns whether it was written */
export function editIn(
  tables: Tables,
  id: string,
  write: (before: DraftRow | undefined) => DraftRow,
) {
  const row = tables.outbox.get(id)
  if (row !== undefined && !(row.phase === 'on-card' && row.edited)) return false
  const kept = tables.drafts.get(id)
  tables.drafts.set(id, { ...kept, ...write(kept) })
  return true
}

function withdraw(tables: Tables, row: OutboxRow, draft: DraftRow | undefined) {
  const { leadId, connectionId, revision, unclear } = row
  tables.outbox.delete(leadId)
  const mayHave = leasedIn(tables).has(leadId) || tables.remote.has(remoteKey(connectionId, leadId))
  if (draft === undefined || unclear || mayHave) return
  const { tellBy: _nobody, ...rest } = draft
  tables.drafts.set(leadId, { ...rest, nowhere: revision })
}
