import type { Observable } from 'dexie'
import type { Database } from './database.ts'
import { watch } from './leads.ts'

/** Who was met at an event, on all of its days or on one. */
export interface Met {
  /** What `watchLeads` and `findIds` find them by. */
  token: string
  event: string
  /** The day, or the last of them, `YYYY-MM-DD`; empty where nobody wrote it. */
  on: string
  count: number
}

/** As many of the newest events as somebody would choose from. */
const NEWEST = 30

/**
 * The events at which anybody was met who is in the list, the newest first; under those of several
 * days each of them, the last first.
 */
export const watchEvents = (db: Database): Observable<Met[]> =>
  watch(db, async () => {
    const tokens = await db.drafts.where('tokens').startsWith('@').uniqueKeys()
    const days = new Map<string, string[]>()
    for (const token of tokens.map(String)) {
      const at = token.lastIndexOf('@') + 1
      const whole = token.slice(0, at)
      days.set(whole, [token.slice(at), ...(days.get(whole) ?? [])])
    }
    const newest = [...days].sort(([, [one = '']], [, [other = '']]) => (one < other ? 1 : -1))
    const events = newest.slice(0, NEWEST).map(([whole, on]) => readEvent(db, whole, on))
    return (await Promise.all(events)).flat()
  })

async function readEvent(db: Database, whole: string, days: readonly string[]): Promise<Met[]> {
  const first = await db.drafts.where('tokens').startsWith(whole).first()
  const event = first?.fields.event ?? ''
  const read = async (token: string, on: string): Promise<Met> => ({
    ...{ token, event, on },
    count: await db.drafts.where('tokens').startsWith(token).count(),
  })
  const each = days.length > 1 ? days.map(on => read(whole + on, on)) : []
  return Promise.all([read(whole, days[0] ?? ''), ...each])
}
