// The browser's own question before anybody is reminded, on a real screen.
import type { Browser } from 'wxt/browser'
import { calendarDate } from '../../lib/lead/dates.ts'
import { type Display, noDisplay, startDisplay } from '../harness/display.ts'
import { type Extension, startExtension } from '../harness/extension.ts'
import { expect, test } from '../harness/test.ts'
import { answer } from './dialog.ts'
import { field } from './steps.ts'

declare const chrome: typeof Browser

const reason = noDisplay()
test.skip(reason !== null, reason ?? '')

let display: Display
let extension: Extension
test.beforeEach(async () => {
  display = await startDisplay()
  extension = await startExtension({ headed: true, env: display.env })
})
test.afterEach(async () => {
  await extension.close()
  await display.stop()
})

const SENTENCE = 'The browser may not show notifications'

test('allowed it is on, refused a sentence says so, and taken away elsewhere it is off again', async () => {
  const page = await extension.open('options.html#settings')
  const reminders = field(page, 'Remind me of follow-ups')
  const still = field(page, 'Language')
  await answer(display, page, still, () => reminders.click(), ['Escape'])
  await expect(page.getByText(SENTENCE)).toBeVisible()
  await expect(reminders).not.toBeChecked()

  // Where the dialog comes between the two keys, it was denied: then it is asked again.
  await expect(async () => {
    await answer(display, page, still, () => reminders.click(), ['Tab', 'Return'])
    await expect(reminders).toBeChecked({ timeout: 2000 })
  }).toPass()
  await expect(page.getByText(SENTENCE)).toHaveCount(0)
  const since = () => page.evaluate(() => chrome.storage.local.get('reminders'))
  expect(await since()).toEqual({ reminders: { since: calendarDate(new Date()) } })
  const show = () =>
    extension.worker().evaluate(async () => {
      const { registration } = self as unknown as { registration: ServiceWorkerRegistration }
      await registration.showNotification('Sample')
      return (await registration.getNotifications()).length
    })
  expect(await show()).toBe(1)

  await page.evaluate(() => chrome.permissions.remove({ permissions: ['notifications'] }))
  await expect(reminders).not.toBeChecked()
  await page.reload()
  await expect(reminders).not.toBeChecked()
})
