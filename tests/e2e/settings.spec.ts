// What is typed goes to no spelling service, pages speak the chosen language, and windows agree.
import type { Page } from '@playwright/test'
import { button, field, press, start, writeDown } from './steps.ts'
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
  for (const [locale, name, settings, test, field] of [
    ['nb', 'Norsk bokmål', 'Innstillinger', 'Test tilkoblingen', 'Navn'],
    ['nn', 'Norsk nynorsk', 'Innstillingar', 'Test tilkoplinga', 'Namn'],
    ['sv', 'Svenska', 'Inställningar', 'Testa anslutningen', 'Namn'],
    ['da', 'Dansk', 'Indstillinger', 'Test forbindelsen', 'Navn'],
    ['en', 'English', 'Settings', 'Test connection', 'Name'],
  ] as const) {
    await page.locator('#language').selectOption(name)
    await expect(page.getByRole('tab', { name: settings })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(button(other, test)).toBeVisible()

    const popup = await extension.open('popup.html')
    await expect(popup.getByRole('textbox', { name: field, exact: true })).toBeFocused()
    await expect(popup.locator('html')).toHaveAttribute('lang', locale)
    await popup.close()
  }
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
  await press(list, 'Promote selected')
  await expect(list.getByRole('link', { name: 'On the card' })).toBeVisible()
  await expect(form.getByRole('status')).toHaveText('On the card')
  await expect(field(form, 'Name')).not.toBeEditable()
  expect(endpoint.batches.flat()).toHaveLength(1)
})
