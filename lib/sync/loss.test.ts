import { beforeEach, expect, test } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase } from '../../tests/fakes/database.ts'
import { putMeta } from '../store/meta.ts'
import { loss, noticeLoss } from './loss.ts'

beforeEach(() => fakeBrowser.reset())

const alone = (task: () => Promise<void>) => task()

/** A browser in which the extension was used for a while. */
async function used() {
  const db = aDatabase()
  await noticeLoss(db, alone)
  return db
}

test('the first start is no loss, nor is the second', async () => {
  const db = await used()
  await noticeLoss(db, alone)
  expect(await loss.read()).toBeUndefined()
})

test('a database that was there before there were marks is no loss', async () => {
  const db = aDatabase()
  await putMeta(db, 'run', { total: 3 })
  await noticeLoss(db, alone)
  expect(await loss.read()).toBeUndefined()
})

test('a database that the browser deleted is told of, and told of once', async () => {
  await used()
  const empty = aDatabase()
  await noticeLoss(empty, alone)
  expect(await loss.read()).toBe('database-gone')
  await loss.remove()
  await noticeLoss(empty, alone)
  expect(await loss.read()).toBeUndefined()
})

test('settings that the browser deleted are told of, and told of once', async () => {
  const db = await used()
  await browser.storage.local.clear()
  await noticeLoss(db, alone)
  expect(await loss.read()).toBe('settings-gone')
  await loss.remove()
  await noticeLoss(db, alone)
  expect(await loss.read()).toBeUndefined()
})

test('where both are gone at once it is as after the installation', async () => {
  await used()
  await browser.storage.local.clear()
  await noticeLoss(aDatabase(), alone)
  expect(await loss.read()).toBeUndefined()
})

test('a worker that dies while it makes the marks leaves no loss behind, wherever it dies', async () => {
  for (let steps = 0; steps < 3; steps += 1) {
    fakeBrowser.reset()
    const db = aDatabase()
    if (steps > 0) await browser.storage.local.set({ mark: 'making' })
    if (steps > 1) await putMeta(db, 'mark', true)
    await noticeLoss(db, alone)
    expect(await loss.read(), `after ${steps} steps`).toBeUndefined()
    await noticeLoss(db, alone)
    expect(await loss.read(), `after ${steps} steps`).toBeUndefined()
  }
})
