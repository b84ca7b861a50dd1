// The whole job without a mouse: nothing here is clicked, filled or focused, only keys are pressed.
import { openPopup } from '../harness/popup.ts'
import { answer } from '../servers/endpoint.ts'
import { goTo } from './keys.ts'
import { gone } from './steps.ts'
import { expect, FAILED_REQUESTS, test } from './story.ts'

test.use({ allowedTrouble: FAILED_REQUESTS })

test('from the first day to a lead that is tried again, by keys alone', async ({
  extension,
  endpoint,
}) => {
  const { context } = extension
  const welcome = await extension.open('welcome.html')
  await goTo(welcome, 'Agree and start')
  await welcome.keyboard.press('Enter')
  await goTo(welcome, 'Next: connect your CRM')
  await welcome.keyboard.press('Enter')
  await welcome.waitForURL('**/options.html#crm')
  await goTo(welcome, 'Address')
  await welcome.keyboard.press('Control+A')
  await welcome.keyboard.type(endpoint.address)
  await goTo(welcome, 'Token')
  await welcome.keyboard.type(endpoint.token)
  await goTo(welcome, 'Save')
  await welcome.keyboard.press('Enter')
  await expect(welcome.getByRole('status')).toContainText('Saved')
  await welcome.close()

  endpoint.on((_leads, response) => answer(response, 403, {}))
  const popup = await openPopup(extension)
  await goTo(popup, 'Name')
  await popup.keyboard.type('Sample Person')
  await goTo(popup, 'Company')
  await popup.keyboard.type('Example AS')
  await popup.keyboard.press('Control+Enter')
  await expect(popup.getByRole('status')).toContainText('Needs you')
  await goTo(popup, 'New person')
  await popup.keyboard.press('Enter')
  await goTo(popup, 'Name')
  await popup.keyboard.type('Sample Second')
  await goTo(popup, 'Company')
  await popup.keyboard.type('Example AS')
  await expect(popup.getByRole('status')).toHaveText('Draft kept')

  endpoint.on()
  const opened = context.waitForEvent('page')
  await goTo(popup, 'All leads', 'Shift+Tab')
  await popup.keyboard.press('Enter').catch(gone)
  const list = await opened
  const row = (name: string) => list.getByRole('row', { name })
  await expect(row('Sample Second')).toContainText('Draft')
  await goTo(list, 'Select Sample Second')
  await list.keyboard.press('Space')
  await goTo(list, 'Promote selected', 'Shift+Tab')
  await list.keyboard.press('Enter')
  await expect(row('Sample Second')).toContainText('On the card')
  await goTo(list, 'Select Sample Second')
  await list.keyboard.press('ArrowDown')
  await list.keyboard.press('Space')
  await expect(row('Sample Person')).toHaveAttribute('aria-selected', 'true')
  await goTo(list, 'Retry failed', 'Shift+Tab')
  await list.keyboard.press('Enter')
  await expect(row('Sample Person')).toContainText('On the card')
  expect([...endpoint.created.values()]).toEqual([1, 1])

  await goTo(list, 'Leads', 'Shift+Tab')
  while ((await list.getByRole('tab', { selected: true }).textContent()) !== 'Settings')
    await list.keyboard.press('ArrowRight')
  await goTo(list, 'Language')
  await list.keyboard.type('Svenska')
  await expect(list.getByRole('tab', { name: 'Inställningar' })).toBeVisible()
  await goTo(list, 'Stavningskontroll i Anteckningar')
  await list.keyboard.press('Space')
  await expect(list.getByRole('checkbox', { name: 'Stavningskontroll' })).toBeChecked()
})
