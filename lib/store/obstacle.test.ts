import { expect, test, vi } from 'vitest'
import { aDatabase } from '../../tests/fakes/database.ts'
import { failureOf } from './failure.ts'
import { type Obstacle, watchObstacle } from './obstacle.ts'

/** A raw connection, as a window of another version holds one. */
const openRaw = (name: string, version: number) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, version)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })

function heardOf(db: Parameters<typeof watchObstacle>[0]) {
  const heard: (Obstacle | undefined)[] = []
  watchObstacle(db, obstacle => heard.push(obstacle))
  return heard
}

test('a window that holds the earlier form is in the way until it is closed', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const db = aDatabase()
  const heard = heardOf(db)
  const held = await openRaw(db.name, 10)
  const opening = db.open()
  await vi.waitFor(() => expect(heard).toEqual(['blocked']))
  held.close()
  await opening
  expect(heard).toEqual(['blocked', undefined])
  expect(await db.drafts.count()).toBe(0)
})

test('a window that a newer one waits for lets go of the database, and says so', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const db = aDatabase()
  const heard = heardOf(db)
  await db.open()
  const newer = await openRaw(db.name, 1000)
  expect(heard).toEqual(['to-reload'])
  const error = await db.drafts.count().catch((thrown: unknown) => thrown)
  expect(failureOf(error)).toBe('newer-database')
  newer.close()
})

test('a database that is opened without trouble is no news', async () => {
  const db = aDatabase()
  const heard = heardOf(db)
  await db.open()
  await db.delete()
  expect(heard).toEqual([])
})
