import type { Dexie } from 'dexie'

/**
 * What windows of two versions are to each other at one database: one that holds it in its earlier
 * form blocks the other, and has to let go of it. Each has its sentence under `notice.<obstacle>`.
 */
export type Obstacle = 'blocked' | 'to-reload'

/**
 * Calls back when another window stands in this one's way at the database, or this one in another's,
 * and with `undefined` when the way is free again. To be called before the database is first used.
 */
export function watchObstacle(db: Dexie, listener: (obstacle: Obstacle | undefined) => void): void {
  let isBlocked = false
  db.on('blocked', () => {
    isBlocked = true
    listener('blocked')
  })
  db.on(
    'ready',
    () => {
      if (isBlocked) listener(undefined)
      isBlocked = false
    },
    true,
  )
  // Dexie itself closes the connection then; one that is deleted has no new version.
  db.on('versionchange', ({ newVersion }) => {
    if ((newVersion ?? 0) > 0) listener('to-reload')
  })
}
