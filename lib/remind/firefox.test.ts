import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { firefoxScreen } from './firefox.ts'
import type { Note } from './screen.ts'

const NOTE: Note = {
  ...{ id: 'follow-up:1', title: 'Time to follow up', text: 'Sample Person' },
  buttons: [{ is: 'done', title: 'Done' }],
}

beforeEach(() => fakeBrowser.reset())

/** Whom the browser tells that it allows something now. */
function onAllowed(): { begin: () => void } {
  const told = { begin: (): void => undefined }
  vi.spyOn(browser.permissions.onAdded, 'addListener').mockImplementation(listener => {
    told.begin = () => listener({})
  })
  return told
}

test('it is shown without buttons, heard when it is pressed, and taken away', async () => {
  onAllowed()
  const heard: unknown[] = []
  firefoxScreen.listen(async (...pressed) => void heard.push(pressed))
  await firefoxScreen.show(NOTE)
  expect(fakeBrowser.notifications.getAllCreateOptions()).toEqual({
    'follow-up:1': {
      ...{ type: 'basic', iconUrl: '/icon/128.png' },
      ...{ title: 'Time to follow up', message: 'Sample Person' },
    },
  })
  await fakeBrowser.notifications.onClicked.trigger('follow-up:1')
  expect(heard).toEqual([['follow-up:1', undefined]])
  await firefoxScreen.clear('follow-up:1')
  expect(fakeBrowser.notifications.getAllCreateOptions()).toEqual({})
})

test('where the browser lets us show none yet, nothing breaks, and it is listened to once it does', async () => {
  const told = onAllowed()
  const heard: unknown[] = []
  const absent = vi.spyOn(browser, 'notifications', 'get').mockReturnValue(undefined as never)
  firefoxScreen.listen(async (...pressed) => void heard.push(pressed))
  await firefoxScreen.show(NOTE)
  await firefoxScreen.clear('follow-up:1')
  absent.mockRestore()
  told.begin()
  await fakeBrowser.notifications.onClicked.trigger('follow-up:1')
  expect(heard).toHaveLength(1)
})
