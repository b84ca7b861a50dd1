import { planReminders } from './plan.ts'

export interface RemindDeps {
  now(): Date
  /** Since when the user wants to be told and may be; `undefined` where they don't. */
  since(): Promise<string | undefined>
  /** See lib/store/telling.ts. */
  begin(from: string, through: string): Promise<string[]>
  end(): Promise<void>
  /** Shows one notification for all of these. */
  show(ids: readonly string[]): Promise<void>
  /** Sets the one alarm to this time (milliseconds since the epoch), or removes it. */
  setAlarm(at: number | undefined): Promise<void>
  /** Runs the task after whoever is at it. */
  exclusively(task: () => Promise<void>): Promise<void>
}

/**
 * Makes what the worker calls at each of its starts, at its alarm, and when reminders are switched:
 * it tells the user of whom they are to follow up, each once for the day that was set. Who dies over
 * it leaves an alarm behind, and whoever starts next goes on.
 */
export function createReminders(deps: RemindDeps): () => Promise<void> {
  return () =>
    deps.exclusively(async () => {
      const since = await deps.since()
      if (since === undefined) return deps.setAlarm(undefined)
      const { from, through, wakeAt } = planReminders(deps.now(), since)
      await deps.setAlarm(wakeAt)
      const ids = await deps.begin(from, through)
      if (ids.length === 0) return
      await deps.show(ids)
      await deps.end()
    })
}
