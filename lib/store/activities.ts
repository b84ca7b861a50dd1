import { liveQuery, type Observable } from 'dexie'
import { type Activity, type Lead, LIMITS } from '../lead/schema.ts'
import { amended, amendRow, isUnseen } from './amend.ts'
import type { Database } from './database.ts'
import { leasedIds } from './leases.ts'
import type { Noted, OutboxRow } from './rows.ts'
import { readRow, writeRows } from './standing.ts'

/** Why an activity was not noted; it stays where it was typed. */
export type NotNoted = 'not-promoted' | 'too-many'

/**
 * Notes an activity with a person who was promoted, and has their lead go out anew with it. Once,
 * however often it is called: an activity is known by its id.
 */
export function noteActivity(
  db: Database,
  leadId: string,
  activity: Activity,
): Promise<NotNoted | undefined> {
  return db.transaction('rw', amended(db), async () => {
    const row = await db.drafts.get(leadId)
    if (row === undefined) return 'not-promoted'
    const { activities = [] } = row
    if (activities.some(({ id }) => id === activity.id)) return undefined
    if (activities.length >= LIMITS.activities) return 'too-many'
    const revision = await amendRow(db, row, withActivity(activity))
    if (revision === undefined) return 'not-promoted'
    await db.drafts.update(leadId, { activities: [...activities, { ...activity, revision }] })
    return undefined
  })
}

const withActivity =
  (activity: Activity) =>
  (lead: Lead): Lead => ({ ...lead, activities: [...lead.activities, activity] })

/**
 * Takes an activity back, as long as no request with it was begun.
 *
 * @returns what it said; `undefined` where it is too late
 */
export function takeBackActivity(
  db: Database,
  leadId: string,
  id: string,
): Promise<Activity | undefined> {
  return db.transaction('rw', amended(db), async () => {
    const row = await db.drafts.get(leadId)
    const noted = row?.activities?.find(activity => activity.id === id)
    const there = await readRow(db, leadId)
    if (!row || !noted || !there || !canTakeBack(noted, there.revision)) return undefined
    if (!isUnseen(there, await leasedIds(db))) return undefined
    const left = ({ activities }: { activities?: Activity[] }) =>
      activities?.filter(activity => activity.id !== id) ?? []
    await amendRow(db, row, lead => ({ ...lead, activities: left(lead) }))
    await db.drafts.update(leadId, { activities: left(row) as Noted[] })
    const isOther = left(row).some(each => (each as Noted).revision === noted.revision)
    if (!isOther) await freeToTakeBack(db, leadId)
    return asSent(noted)
  })
}

/**
 * Has what was noted go out that no revision holds any more: it was noted beside an edit that was
 * not sent and is discarded now. To be called in a transaction over the tables of `amendRow`.
 */
export async function sendLeft(db: Database, leadId: string): Promise<void> {
  const row = await db.drafts.get(leadId)
  if (row?.activities === undefined) return
  const left: string[] = []
  const revision = await amendRow(db, row, lead => {
    const there = new Set(lead.activities.map(({ id }) => id))
    const missing = row.activities?.filter(({ id }) => !there.has(id)).map(asSent) ?? []
    left.push(...missing.map(({ id }) => id))
    return missing.length > 0
      ? { ...lead, activities: [...lead.activities, ...missing] }
      : undefined
  })
  if (revision === undefined) return
  const activities = row.activities.map(each =>
    left.includes(each.id) ? { ...each, revision } : each,
  )
  await db.drafts.update(leadId, { activities })
}

const asSent = ({ id, kind, on, text }: Noted): Activity => ({ id, kind, on, text })

/** With nothing more to say, a promotion that no CRM saw anything of is as it was. */
async function freeToTakeBack(db: Database, leadId: string): Promise<void> {
  const row = await readRow(db, leadId)
  if (row === undefined || row.confirmed || row.unclear) return
  const { amended: _nothing, ...rest } = row
  await writeRows(db, [rest as OutboxRow])
}

/** An earlier revision with it may have arrived. */
const canTakeBack = (noted: Noted, revision: number) => noted.revision === revision

/** An activity, and whether it can still be taken back. */
export interface ShownActivity extends Activity {
  canTakeBack: boolean
}

/** What was noted with a person, oldest first, now and whenever it changes in any window. */
export const watchActivities = (db: Database, leadId: string): Observable<ShownActivity[]> =>
  liveQuery(async () => {
    await db.open()
    const { activities = [] } = (await db.drafts.get(leadId)) ?? {}
    const there = await readRow(db, leadId)
    const isFree = there !== undefined && isUnseen(there, await leasedIds(db))
    return activities.map(({ revision, ...activity }) => ({
      ...activity,
      canTakeBack: isFree && there.revision === revision,
    }))
  })
