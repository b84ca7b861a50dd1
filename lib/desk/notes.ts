import { calendarDate } from '../lead/dates.ts'
import type { Draft } from '../lead/draft.ts'
import { type Activity, type ActivityKind, LIMITS } from '../lead/schema.ts'
import {
  type NotNoted,
  noteActivity,
  type ShownActivity,
  takeBackActivity,
  watchActivities,
} from '../store/activities.ts'
import type { Database } from '../store/database.ts'
import { draftOf } from '../store/drafts.ts'
import { type Failure, failureOf } from '../store/failure.ts'
import {
  forgetUnfinished,
  keepUnfinished,
  readAllUnfinished,
  readUnfinished,
  type Unfinished,
  watchUnfinished,
} from '../store/unfinished.ts'
import { knock } from '../sync/knock.ts'
import { sendWork } from '../sync/messages.ts'

/** Why what stands in the box could not be logged, or not even kept; each has its sentence. */
export type LogTrouble =
  | NotNoted
  | Failure
  | ('empty' | 'no-day' | 'too-long' | 'too-late' | 'not-kept')

/** How soon words that the storage didn't take are offered to it again, in milliseconds. */
const SECOND_TRY = 1000

/** What is logged with people who were promoted: each activity goes to their card by itself. */
export interface Notes {
  /** What was logged with somebody, oldest first. @returns how to stop */
  watch(leadId: string, listener: (activities: ShownActivity[]) => void): () => void
  /** An empty box for today. */
  blank(leadId: string): Unfinished
  /** What was begun with somebody and not logged. */
  begun(leadId: string): Promise<Unfinished | undefined>
  /** With whom something was begun and not logged. @returns how to stop */
  watchBegun(listener: (people: Draft[]) => void): () => void
  /**
   * Keeps what stands in the box. While that fails, it is tried again, until something else stands
   * there or it was logged.
   *
   * @param heard told whether it is kept, as long as nothing else stands there
   */
  keep(unfinished: Unfinished, heard: (isKept: boolean) => void): void
  /** @returns what is in the way; then all stays as it was */
  log(unfinished: Unfinished): Promise<LogTrouble | undefined>
  /** Takes one back whose request was not begun, and puts its words into the box. */
  takeBack(leadId: string, activity: Activity): Promise<LogTrouble | undefined>
}

/** @param later calls back in a moment: time enough for somebody to make room on a disk */
export function createNotes(
  db: Database,
  later: (task: () => void) => void = task => void setTimeout(task, SECOND_TRY),
): Notes {
  /** What stands in the boxes of this window. */
  const standing = new Map<string, Unfinished>()
  const blank = (leadId: string, kind: ActivityKind = 'outgoing-call'): Unfinished => ({
    ...{ leadId, kind, id: crypto.randomUUID(), on: calendarDate(new Date()), text: '' },
  })
  return {
    watch(leadId, listener) {
      // A database that can't be opened is told of where something is asked of it.
      const live = watchActivities(db, leadId).subscribe(listener, () => undefined)
      return () => live.unsubscribe()
    },
    blank,
    async begun(leadId) {
      const unfinished = await readUnfinished(leadId)
      if (unfinished === undefined) return undefined
      const { activities = [] } = (await db.drafts.get(leadId)) ?? {}
      if (activities.every(({ id }) => id !== unfinished.id)) return unfinished
      await forgetUnfinished(leadId) // logged, and the window closed before it could forget
      return undefined
    },
    watchBegun(listener) {
      const look = async () => {
        const all = await readAllUnfinished()
        const rows = await db.drafts.bulkGet(all.map(({ leadId }) => leadId))
        const isLeft = (_: unknown, index: number) =>
          rows[index]?.activities?.every(({ id }) => id !== all[index]?.id) ?? true
        const left = rows.filter(isLeft).filter(row => row !== undefined)
        listener(left.map(draftOf))
      }
      const tell = () => void look().catch(() => undefined) // whoever opens the box finds it all the same
      tell()
      return watchUnfinished(tell)
    },
    keep(unfinished, heard) {
      const { leadId, text } = unfinished
      standing.set(leadId, unfinished)
      const isStanding = () => standing.get(leadId) === unfinished
      const kept = text === '' ? forgetUnfinished(leadId) : keepUnfinished(unfinished)
      kept.then(
        () => isStanding() && heard(true),
        () => {
          if (!isStanding()) return // a later letter is at it
          heard(false)
          later(() => isStanding() && this.keep(unfinished, heard))
        },
      )
    },
    async log(unfinished) {
      const { leadId, id, kind, on } = unfinished
      const text = unfinished.text.trim()
      if (text === '') return 'empty'
      if (on === '') return 'no-day'
      if (text.length > LIMITS.activity) return 'too-long'
      try {
        knock()
        const trouble = await noteActivity(db, leadId, { id, kind, on, text })
        if (trouble !== undefined) return trouble
      } catch (error) {
        return failureOf(error)
      }
      standing.delete(leadId)
      await forgetUnfinished(leadId).catch(() => undefined) // it is known by its id
      send()
      return undefined
    },
    async takeBack(leadId, activity) {
      const { kind, on, text } = activity
      try {
        const before = await readUnfinished(leadId)
        // The words are in the box first, and under a new id: the old one was logged.
        const words = [before?.text ?? '', text].filter(each => each !== '').join('\n')
        await keepUnfinished({ leadId, id: crypto.randomUUID(), kind, on, text: words })
        if ((await takeBackActivity(db, leadId, activity.id)) !== undefined) return undefined
        if (before === undefined) await forgetUnfinished(leadId)
        else await keepUnfinished(before)
        return 'too-late'
      } catch (error) {
        return failureOf(error)
      }
    },
  }
}

/** The rows are written; whether the worker hears of it now or by its alarm is no matter here. */
const send = () => void sendWork().catch(() => undefined)
