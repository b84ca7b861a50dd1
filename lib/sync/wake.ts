import type { Ended } from './run.ts'

/** The alarm that finds what is due after a worker has died. */
export const ALARM = 'outbox'

/** Browsers ring no alarm earlier than this, in milliseconds. */
const SOONEST = 30_000

export interface WakeDeps {
  run(): Promise<Ended>
  /** Runs the task as the only sender of this browser profile, after whoever is at it. */
  exclusively<T>(task: () => Promise<T>): Promise<T>
  /** Sets the one alarm to this time (milliseconds since the epoch), or removes it. */
  setAlarm(at: number | undefined): Promise<void>
  now(): number
}

/**
 * Makes the worker's one entrance to the outbox. Calls that come while a run is under way are
 * served by one more run after it, since it may have looked before their lead was there.
 *
 * @returns a function that ends when nothing is due any more, or this wake-up's budget is used;
 *   `more` says which
 */
export function createWake({ run, exclusively, setAlarm, now }: WakeDeps) {
  let running: Promise<Ended> | undefined
  let following: Promise<Ended> | undefined

  async function once(): Promise<Ended> {
    // Set before anything is sent: whoever kills us leaves an alarm behind.
    await setAlarm(now() + SOONEST)
    const ended = await exclusively(run)
    const at = ended.more ? now() + SOONEST : ended.wakeAt
    await setAlarm(at === undefined ? undefined : Math.max(at, now() + SOONEST))
    return ended
  }

  function start(): Promise<Ended> {
    running = once().finally(() => {
      running = undefined
    })
    return running
  }

  return function wake(): Promise<Ended> {
    if (running === undefined) return start()
    const next = () => {
      following = undefined
      return start()
    }
    following ??= running.then(next, next)
    return following
  }
}
