import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, test, vi } from 'vitest'
import { Database } from './database.ts'
import { failureOf } from './failure.ts'
import { CODE_VERSION } from './versions.ts'

test('a database of a newer version is neither read nor written', async () => {
  const newer = new Dexie('newer')
  newer.version(CODE_VERSION + 1).stores({ drafts: 'id', later: 'id' })
  await newer.open()
  await newer.table('drafts').put({ id: 'x', name: 'Sample Person' })
  newer.close()

  const db = new Database('newer')
  const reading = await db.drafts.toArray().catch((error: unknown) => error)
  expect(failureOf(reading)).toBe('newer-database')
  await expect(db.drafts.delete('x')).rejects.toThrow('VersionError')
  const again = new Dexie('newer')
  await again.open()
  expect(again.verno).toBe(CODE_VERSION + 1)
  expect(await again.table('drafts').count()).toBe(1)
})

test('a database that could not be opened is opened by its next use, once that works again', async () => {
  const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('No backing store', 'QuotaExceededError')
  })
  const db = new Database('full')
  await expect(db.drafts.count()).rejects.toThrow('No backing store')
  await expect.poll(() => db.hasFailed()).toBe(false)
  await expect(db.drafts.count()).rejects.toThrow('No backing store')
  opening.mockRestore()
  await expect.poll(() => db.drafts.count()).toBe(0)
})
