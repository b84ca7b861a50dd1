import { expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import type { Door } from '../crm/http.ts'
import { journal } from '../store/journal.ts'
import { TYPED } from './knock.ts'
import { startWorker } from './worker.ts'

/** Nobody may send here. */
const shut = {} as Door

test('a worker that is knocked at finds the draft of a window that closed at once, and gives it a row', async () => {
  fakeBrowser.reset()
  vi.stubGlobal('navigator', {
    languages: ['en'],
    locks: { request: (_: string, task: () => unknown) => task() },
  })
  vi.spyOn(browser.storage.local, 'setAccessLevel').mockImplementation(async () => undefined)
  let text = ''
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async told => {
    text = told.text ?? ''
  })
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockResolvedValue()
  const written = vi.spyOn(browser.action, 'setTitle').mockResolvedValue()
  const heard = vi.spyOn(browser.storage.local.onChanged, 'addListener')
  const db = aDatabase()
  startWorker(shut, db)
  await vi.waitFor(() => expect(written).toHaveBeenCalled())
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
