// Whom one is to follow up: chosen with a key in the popup, done or put off in the list.
import type { Page } from '@playwright/test'
import { calendarDate } from '../../lib/lead/dates.ts'
import { daysAfter } from '../../lib/lead/quickDates.ts'
import { openPopup } from '../harness/popup.ts'
import { goTo } from './keys.ts'
import { button, field, standing, start, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

const today = calendarDate(new Date())

/** Who stands under a heading. */
const under = (page: Page, heading: string) =>
  page.getByRole('region', { name: heading }).getByRole('listitem')

async function write(popup: Page, name: string, followUp: string): Promise<void> {
  await writeDown(popup, { name, company: 'Example AS' })
  await field(popup, 'Follow up').fill(followUp)
}

test('a day chosen in the popup stands in the list, is put off and done, and the card hears of neither', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)
  await writeDown(popup, { name: 'Sample Person', company: 'Example AS' })
  await field(popup, 'Follow up').focus()
  await goTo(popup, 'Tomorrow')
  await popup.keyboard.press('Enter')
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')
  const tomorrow = daysAfter(today, 1)
  expect([...endpoint.cards.values()]).toMatchObject([{ revision: 1, followUp: tomorrow }])

  const page = await extension.open('options.html#follow-ups')
  await expect(under(page, 'Coming')).toContainText(['Sample Person'])
  await expect(under(page, 'Coming')).toContainText(['On the card'])
  await goTo(page, 'Later: Sample Person')
  await page.keyboard.press('Enter')
  await expect(button(page, 'Tomorrow')).toBeFocused()
  await expect(button(page, 'Tomorrow')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Sample Person comes up again on/)).toBeVisible()
  await expect(under(page, 'Coming')).toContainText(['Noted:'])

  await button(page, 'Done with Sample Person').press('Enter')
  await expect(page.getByText('Nobody to follow up.')).toBeVisible()
  await expect(button(page, 'Undo')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button(page, 'Done with Sample Person')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Sample Person is done.')).toBeVisible()

  await page.reload()
  await expect(page.getByText('Nobody to follow up.')).toBeVisible()
  const list = await extension.open('options.html#leads')
  await expect(list.getByRole('row').nth(1)).toContainText('On the card')
  expect(endpoint.batches).toHaveLength(1)
})

test('who is late, who is today’s and who comes are told apart, and the next one keeps the keyboard', async ({
  extension,
}) => {
  const popup = await extension.open('popup.html')
  await write(popup, 'Late Person', daysAfter(today, -3))
  await button(popup, 'New person').click()
  await write(popup, 'Todays Person', today)
  await button(popup, 'New person').click()
  await write(popup, 'Coming Person', daysAfter(today, 3))

  const page = await extension.open('options.html#follow-ups')
  await expect(under(page, 'Overdue')).toContainText(['Late Person'])
  await expect(under(page, 'Today')).toContainText(['Todays Person'])
  await expect(under(page, 'Coming')).toContainText(['Coming Person'])
  await button(page, 'Done with Late Person').press('Enter')
  await expect(button(page, 'Done with Todays Person')).toBeFocused()

  await button(page, 'Later: Todays Person').press('Enter')
  await field(page, 'Another day').fill(daysAfter(today, 40))
  await page.keyboard.press('Enter')
  await expect(under(page, 'Coming')).toContainText(['Coming Person', 'Todays Person'])
  await expect(field(popup, 'Follow up')).toHaveValue(daysAfter(today, 3))

  await button(page, 'Later: Coming Person').press('Enter')
  await expect(button(page, 'Tomorrow')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(button(page, 'Later: Coming Person')).toBeFocused()

  const opened = extension.context.waitForEvent('page')
  await button(page, 'Todays Person').click()
  await expect(field(await opened, 'Name')).toHaveValue('Todays Person')
})

test('what is done or put off in the list is not written over by the form that is still open', async ({
  extension,
}) => {
  const popup = await extension.open('popup.html')
  await write(popup, 'Sample Person', today)
  const page = await extension.open('options.html#follow-ups')
  await button(page, 'Done with Sample Person').press('Enter')
  await expect(page.getByText('Nobody to follow up.')).toBeVisible()
  await writeDown(popup, { notes: 'Called, and all is well' })
  const list = await extension.open('options.html#leads')
  await expect(list.getByRole('row').nth(1)).toContainText('Sample Person')
  await expect(page.getByText('Nobody to follow up.')).toBeVisible()
  await field(popup, 'Follow up').fill(daysAfter(today, 9))
  await expect(under(page, 'Coming')).toContainText(['Sample Person'])
})
