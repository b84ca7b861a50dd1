// What is typed goes to no spelling service, pages speak the chosen language, and windows agree.
import type { Page } from '@playwright/test'
import { button, field, start, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

/** Text controls that a browser could send to a spelling, writing or autofill service. */
const leaky = (page: Page) =>
  page.evaluate(() => {
    const typed = 'textarea, input:not([type=checkbox], [type=date], [type=file])'
    return [...document.querySelectorAll<HTMLElement>(typed)]
      .filter(
        control =>
          control.spellcheck ||
          control.getAttribute('autocomplete') !== 'off' ||
          control.getAttribute('writingsuggestions') !== 'false',
      )
      .map(({ id }) => id)
  })

test('no control hands what is typed to the browser, but Notes where somebody wants that', async ({
  extension,
}) => {
  const popup = await extension.open('popup.html')
  await expect(field(popup, 'Name')).toBeVisible()
  expect(await leaky(popup)).toEqual([])
  for (const [tab, control] of [
    ['leads', 'searchbox'],
    ['crm', 'textbox'],
  ] as const) {
    const page = await extension.open(`options.html#${tab}`)
    await expect(page.getByRole(control).first()).toBeVisible()
    expect(await leaky(page)).toEqual([])
  }

  const settings = await extension.open('options.html#settings')
  const spelling = settings.getByRole('checkbox', { name: 'Check spelling in Notes' })
  await expect(spelling).not.toBeChecked()
  await spelling.check()
  const again = await extension.open('popup.html')
  await expect(field(again, 'Notes')).toBeVisible()
  await expect(field(again, 'Notes')).toHaveJSProperty('spellcheck', true)
  expect(await leaky(again)).toEqual(['notes'])
  await expect(field(again, 'Notes')).toHaveAttribute('writingsuggestions', 'false')

  await settings.reload()
  await spelling.uncheck()
  const last = await extension.open('popup.html')
  await expect(field(last, 'Notes')).toBeVisible()
  expect(await leaky(last)).toEqual([])
})

test('the language changes at once, in every open page, and stays', async ({ extension }) => {
  const other = await extension.open('options.html#crm')
  const page = await extension.open('options.html#settings')
  await page.getByLabel('Language').selectOption('Norsk bokmål')
  await expect(page.getByRole('tab', { name: 'Innstillinger' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb')
  await expect(button(other, 'Test tilkoblingen')).toBeVisible()

  const popup = await extension.open('popup.html')
  await expect(field(popup, 'Navn')).toBeFocused()
  await expect(popup.locator('html')).toHaveAttribute('lang', 'nb')
})

test('the list follows what is typed in another window, and where it goes', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const list = await extension.open('options.html#leads')
  const form = await extension.open('popup.html')
  const row = list.getByRole('grid', { name: 'Leads' }).getByRole('row').nth(1)
  await writeDown(form, { name: 'Sample Person' })
  await expect(row).toContainText('Sample Person')
  await expect(row).toContainText('Draft')
  await writeDown(form, { company: 'Example AS' })
  await expect(row).toContainText('Example AS')
  await form.keyboard.press('Control+Enter')
  await expect(row.getByRole('link', { name: 'On the card' })).toBeVisible()
})

test('a person who is promoted in the list is frozen in the form of another window', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const form = await extension.open('popup.html')
  const list = await extension.open('options.html#leads')
  await writeDown(form, { name: 'Sample Person', company: 'Example AS' })
  await list.getByRole('checkbox', { name: 'Select Sample Person' }).check()
  await button(list, 'Promote selected').click()
  await expect(list.getByRole('link', { name: 'On the card' })).toBeVisible()
  await expect(form.getByRole('status')).toHaveText('On the card')
  await expect(field(form, 'Name')).not.toBeEditable()
  expect(endpoint.batches.flat()).toHaveLength(1)
})
