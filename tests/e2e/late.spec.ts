// Storage that is slow or stuck costs nobody a word.
import type { Page } from '@playwright/test'
import type { Browser } from 'wxt/browser'
import { closePopup, openPopup } from '../harness/popup.ts'
import { field, standing, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

/** A page of the extension in a tab, in which something was done before its own first statement. */
async function openWith(page: Page, id: string, path: string, before: () => void): Promise<void> {
  await page.addInitScript(before)
  await page.goto(`chrome-extension://${id}/${path}`)
}

/** Everything that is read from storage arrives two seconds late. */
function delayStorage() {
  const { chrome, browser } = globalThis as { chrome?: typeof Browser; browser?: typeof Browser }
  for (const root of [chrome, browser]) {
    if (root === undefined) continue
    const { local } = root.storage
    const get = local.get.bind(local) as (keys: unknown) => Promise<unknown>
    const late = async (keys: unknown) => {
      await new Promise(resolve => setTimeout(resolve, 2000))
      return get(keys)
    }
    Object.assign(local, { get: late })
  }
}

/** Nothing can be read from storage, though it takes what is written. */
function breakReading() {
  const { chrome, browser } = globalThis as { chrome?: typeof Browser; browser?: typeof Browser }
  const get = () => Promise.reject(new Error('corrupted'))
  for (const root of [chrome, browser]) if (root) Object.assign(root.storage.local, { get })
}

/** The browser has time for nothing but the form itself, once that has waited for its draft. */
function delayEffects() {
  const wait = setTimeout
  let waits = 0
  const later = (task: () => void, ms = 0) => wait(task, waits++ === 0 ? ms : ms + 5000)
  const never = {
    requestAnimationFrame: () => 0,
    PerformanceObserver: class {
      observe = () => undefined
    },
  }
  Object.assign(globalThis, { ...never, setTimeout: later })
}

/** The database is never opened, and never refused either. */
function holdDatabase() {
  IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
}

test('a draft that arrives late overwrites nothing, and both people are in the list', async ({
  extension,
}) => {
  const popup = await openPopup(extension)
  await writeDown(popup, { name: 'Earlier Sample', company: 'Example AS' })
  await closePopup(popup)

  const late = await extension.context.newPage()
  await openWith(late, extension.id, 'popup.html', delayStorage)
  await expect(field(late, 'Name')).toBeFocused()
  await expect(field(late, 'Name')).toHaveValue('')
  await late.keyboard.type('Later Sample')
  await expect(late.getByRole('alert')).toContainText('The earlier draft is kept')
  await expect(field(late, 'Name')).toHaveValue('Later Sample')
  await late.keyboard.type(' Person')
  await expect(field(late, 'Name')).toHaveValue('Later Sample Person')

  const list = await extension.open('options.html#leads')
  const rows = list.getByRole('grid', { name: 'Leads' }).getByRole('row')
  await expect(rows.filter({ hasText: 'Earlier Sample' })).toHaveCount(1)
  await expect(rows.filter({ hasText: 'Later Sample Person' })).toHaveCount(1)
  await expect(rows).toHaveCount(3)
})

test('a language that is known late is spoken all the same, and no letter is lost over it', async ({
  extension,
}) => {
  await extension.worker().evaluate('chrome.storage.local.set({ preferences: { language: "nb" } })')
  const late = await extension.context.newPage()
  await openWith(late, extension.id, 'popup.html', delayStorage)
  await expect(field(late, 'Name')).toBeFocused()
  await late.keyboard.type('Sample')
  await expect(field(late, 'Navn')).toHaveValue('Sample')
  await expect(late.locator('html')).toHaveAttribute('lang', 'nb')
  await late.keyboard.type(' Person')
  await expect(field(late, 'Navn')).toHaveValue('Sample Person')
  await expect(late.getByRole('button', { name: 'Jeg er på' })).toBeVisible()
})

test('a draft that arrives before the browser has drawn the form is shown all the same', async ({
  extension,
}) => {
  const popup = await openPopup(extension)
  await writeDown(popup, { name: 'Earlier Sample' })
  await closePopup(popup)
  const late = await extension.context.newPage()
  await late.addInitScript(delayEffects)
  await openWith(late, extension.id, 'popup.html', delayStorage)
  await expect(field(late, 'Name')).toHaveValue('Earlier Sample')
})

test('a draft that arrives late is shown where nothing was typed', async ({ extension }) => {
  const popup = await openPopup(extension)
  await writeDown(popup, { name: 'Earlier Sample' })
  await closePopup(popup)

  const late = await extension.context.newPage()
  await openWith(late, extension.id, 'popup.html', delayStorage)
  await expect(field(late, 'Name')).toHaveValue('')
  await expect(field(late, 'Name')).toHaveValue('Earlier Sample')
})

test('where the kept draft cannot be read, the form is there, and both people are kept', async ({
  extension,
}) => {
  const popup = await openPopup(extension)
  await writeDown(popup, { name: 'Earlier Sample' })
  await closePopup(popup)

  const unread = await extension.context.newPage()
  await openWith(unread, extension.id, 'popup.html', breakReading)
  await expect(field(unread, 'Name')).toBeFocused()
  await unread.keyboard.type('Later Sample')
  await expect(standing(unread)).toHaveText('Draft kept')
  await unread.close()

  await expect(field(await openPopup(extension), 'Name')).toHaveValue('Earlier Sample')
  const list = await extension.open('options.html#leads')
  await expect(list.getByRole('row').filter({ hasText: 'Later Sample' })).toContainText('Draft')
})

test('with a database that never opens, the form is there with its draft, and keeps what is typed', async ({
  extension,
}) => {
  const popup = await openPopup(extension)
  await writeDown(popup, { name: 'Sample', company: 'Example AS' })
  await closePopup(popup)

  const stuck = await extension.context.newPage()
  await openWith(stuck, extension.id, 'popup.html', holdDatabase)
  await expect(field(stuck, 'Name')).toBeFocused()
  await expect(field(stuck, 'Name')).toHaveValue('Sample')
  await expect(field(stuck, 'Company')).toHaveValue('Example AS')
  await stuck.keyboard.press('End')
  await stuck.keyboard.type(' Person')
  await expect(standing(stuck)).toHaveText('Draft kept')
  await stuck.close()

  await expect(field(await openPopup(extension), 'Name')).toHaveValue('Sample Person')
})

test('who was written down in a popup that closed at once is in the list', async ({
  extension,
}) => {
  const popup = await openPopup(extension)
  await writeDown(popup, { name: 'Hasty Sample' })
  await closePopup(popup)
  const list = await extension.open('options.html#leads')
  await expect(list.getByRole('row').filter({ hasText: 'Hasty Sample' })).toContainText('Draft')
})
