import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase } from '../../tests/fakes/database.ts'
import { loss } from '../sync/loss.ts'
import { createStorageWatch, type Told } from './storage.ts'

beforeEach(() => fakeBrowser.reset())

function heardFrom(watch: ReturnType<typeof createStorageWatch>) {
  const heard: (Told | undefined)[] = []
  const stop = watch(told => heard.push(told))
  return { heard, stop }
}

test('a loss is told to whoever listens, now or later, until it has been read', async () => {
  await loss.write('database-gone')
  const watch = createStorageWatch(aDatabase())
  const { heard } = heardFrom(watch)
  await vi.waitFor(() => expect(heard).toEqual(['database-gone']))
  const later = heardFrom(watch)
  expect(later.heard).toEqual(['database-gone'])
  await loss.remove()
  expect(heard).toEqual(['database-gone', undefined])
  expect(later.heard).toEqual(['database-gone', undefined])
})

test('whoever stopped listening hears no more, and no news is not told', async () => {
  const watch = createStorageWatch(aDatabase())
  const { heard, stop } = heardFrom(watch)
  await Promise.resolve()
  stop()
  await loss.write('settings-gone')
  expect(heard).toEqual([])
})
