import { noteId } from '../remind/note.ts'
import type { Screen } from '../remind/screen.ts'
import { Database } from '../store/database.ts'
import { type Failure, failureOf } from '../store/failure.ts'
import { type FollowUps, moveFollowUp, type When, watchFollowUps } from '../store/reminders.ts'

/** Whom somebody is to follow up, and what can be said of it. */
export interface FollowUpList {
  /**
   * @param today `YYYY-MM-DD`
   * @param limit how many at most of those of each time
   * @returns how to stop
   */
  watch(
    today: string,
    limit: number,
    listener: (found: Record<When, FollowUps>) => void,
    onFailure: (failure: Failure) => void,
  ): () => void
  /**
   * @param on the day that it is put off to, `YYYY-MM-DD`; empty where it is done
   * @returns the day that it was before; `undefined` where there was none, and nothing was changed
   */
  move(id: string, on: string): Promise<string | undefined>
  /** What an error of one of these means for people. */
  whyFailed(error: unknown): Failure
}

export function createFollowUps(screen: Pick<Screen, 'clear'>, db = new Database()): FollowUpList {
  return {
    watch(today, limit, listener, onFailure) {
      const live = watchFollowUps(db, today, limit).subscribe(listener, error =>
        onFailure(failureOf(error)),
      )
      return () => live.unsubscribe()
    },
    async move(id, on) {
      const before = await moveFollowUp(db, id, on)
      // One that is still on the screen would ask for what was answered here. Where it stays, it does no harm.
      await screen.clear(noteId(id)).catch(() => undefined)
      return before
    },
    whyFailed: failureOf,
  }
}
