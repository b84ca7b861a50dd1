// Where somebody is, and the panel beside the page: the same form, with the same person on it.
import { openPopup } from '../harness/popup.ts'
import { seed } from './people.ts'
import { button, field, gone, standing, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

test('popup and side panel take turns at one person, and no letter is lost', async ({
  extension,
}) => {
  const popup = await openPopup(extension)
  await field(popup, 'Name').pressSequentially('Sam')
  const isPanel = (page: { url(): string }) => page.url().endsWith('/sidepanel.html')
  const opened = extension.context.waitForEvent('page', { predicate: isPanel })
  await button(popup, 'Side panel').click().catch(gone)
  const panel = await opened
  await expect(panel).toHaveTitle('Kundekort')
  await expect(field(panel, 'Name')).toHaveValue('Sam')
  const beside = await extension.open('popup.html')
  const said = { one: 'Sam', other: '' }
  for (const letters of ['ple', ' Per', 'son']) {
    await field(panel, 'Name').pressSequentially(letters)
    said.one += letters
    await expect(field(beside, 'Name')).toHaveValue(said.one)
    await field(beside, 'Notes').pressSequentially(letters)
    said.other += letters
    await expect(field(panel, 'Notes')).toHaveValue(said.other)
  }
  await expect(field(panel, 'Name')).toHaveValue('Sample Person')
  await panel.keyboard.press('Escape')
  await expect(standing(panel)).toHaveText('Draft kept')
})

test('everybody is met at the event until it is ended, in every window, and is listed for the end of the day', async ({
  extension,
}) => {
  await seed(await extension.open('options.html#leads'), { count: 1 })
  const one = await extension.open('popup.html')
  const two = await extension.open('sidepanel.html')
  await button(one, "I'm at …").click()
  await one.keyboard.type('Example Fair')
  await one.keyboard.press('Tab')
  await one.keyboard.type('fair')
  await one.keyboard.press('Enter')
  for (const window of [one, two]) {
    await expect(field(window, 'Where you met')).toHaveValue('Example Fair')
    await expect(field(window, 'Tags')).toHaveValue('fair')
  }
  await expect(field(one, 'Name')).toBeFocused()
  await writeDown(one, { name: 'First Sample', company: 'Example AS' })
  await button(one, 'New person').click()
  await expect(field(one, 'Where you met')).toHaveValue('Example Fair')
  await writeDown(one, { name: 'Second Sample', company: 'Example AS' })
  const met = two.getByRole('link', { name: '2 met' })
  await expect(met).toBeVisible()

  // Whoever was left is at hand, and whoever is there is kept.
  await button(one, 'First Sample').click()
  await expect(field(one, 'Name')).toHaveValue('First Sample')
  await expect(button(one, 'Second Sample')).toBeVisible()
  await one.getByRole('button', { name: 'Not met at Example Fair' }).click()
  await expect(two.getByRole('link', { name: '1 met' })).toBeVisible()

  const list = extension.context.waitForEvent('page')
  await one.getByRole('link', { name: '1 met' }).click()
  const rows = (await list).getByRole('grid', { name: 'Leads' }).locator('tbody tr')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('Second Sample')

  await button(two, 'End').click()
  await expect(button(one, "I'm at …")).toBeVisible()
  await button(one, 'New person').click()
  await expect(field(one, 'Where you met')).toHaveValue('')
})
