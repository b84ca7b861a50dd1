import type { Database } from '../store/database.ts'
import { type Obstacle, watchObstacle } from '../store/obstacle.ts'
import { type Loss, loss } from '../sync/loss.ts'

/** What the storage has to tell by itself, without anybody having asked anything of it. */
export type Told = Obstacle | Loss

export type WatchStorage = (listener: (told: Told | undefined) => void) => () => void

/**
 * Listens to the storage from now on. To be called before the database is first used.
 *
 * @returns calls back with what is to be told, and with `undefined` once it is over; hands back how
 *   to stop
 */
export function createStorageWatch(db: Database): WatchStorage {
  const listeners = new Set<Parameters<WatchStorage>[0]>()
  let obstacle: Obstacle | undefined
  let lost: Loss | undefined
  const told = () => obstacle ?? lost

  function tell() {
    for (const listener of listeners) listener(told())
  }
  function hear(next: Loss | undefined) {
    if (next === lost) return
    lost = next
    tell()
  }

  watchObstacle(db, next => {
    obstacle = next
    tell()
  })
  loss.watch(hear)
  loss.read().then(hear, () => undefined) // whoever uses the storage hears that it fails
  return listener => {
    listeners.add(listener)
    if (told() !== undefined) listener(told())
    return () => listeners.delete(listener)
  }
}
