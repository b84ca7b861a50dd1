import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import type { Door } from '../crm/http.ts'
import { journal } from '../store/journal.ts'
import { takeBackRows } from '../store/outbox.ts'
import { TYPED } from './knock.ts'
import { startWorker } from './worker.ts'

/** Nobody may send here. */
const shut = {} as Door

/** What the toolbar button says. */
let text = ''

beforeEach(() => {
  fakeBrowser.reset()
  vi.stubGlobal('navigator', {
    languages: ['en'],
    locks: { request: (_: string, task: () => unknown) => task() },
  })
  vi.spyOn(browser.storage.local, 'setAccessLevel').mockImplementation(async () => undefined)
  text = ''
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async told => {
    text = told.text ?? ''
  })
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockResolvedValue()
})

/** A worker that has told on the button how things stand. */
async function aWorker() {
  const written = vi.spyOn(browser.action, 'setTitle').mockResolvedValue()
  const db = aDatabase()
  startWorker(shut, db)
  await vi.waitFor(() => expect(written).toHaveBeenCalled())
  return db
}

test('a worker that is knocked at finds the draft of a window that closed at once, and gives it a row', async () => {
  const heard = vi.spyOn(browser.storage.local.onChanged, 'addListener')
  const db = await aWorker()
  expect(heard).not.toHaveBeenCalled()
  await journal.keep(aDraft())
  expect(text).toBe('')
  await fakeBrowser.alarms.onAlarm.trigger({
    name: TYPED,
    scheduledTime: 0,
    persistAcrossSessions: false,
  })
  await vi.waitFor(() => expect(text).toBe('•'))
  expect(await db.drafts.count()).toBe(1)
})

test('a lead that was taken back is told of once it is on the form again, a moment after it left the queue', async () => {
  const db = await aWorker()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  await vi.waitFor(() => expect(text).toBe('1'))
  await takeBackRows(db, [draft.id])
  await vi.waitFor(() => expect(text).toBe(''))
  await journal.keep(draft)
  await vi.waitFor(() => expect(text).toBe('•'), { timeout: 3000 })
})
