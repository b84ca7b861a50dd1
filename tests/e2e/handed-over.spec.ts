// What is handed over from outside the form: text that was selected on a page, and a line in the
// address bar.
import { noDisplay, startDisplay } from '../harness/display.ts'
import { startExtension } from '../harness/extension.ts'
import { clickMenu } from '../harness/menu.ts'
import { closePopup, openPopup } from '../harness/popup.ts'
import { button, field, standing, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

const PROFILE = 'https://www.linkedin.com/in/sample-person'

test('whoever stood on the form is put aside, and what was read can be taken back', async ({
  extension,
}) => {
  const popup = await openPopup(extension)
  await writeDown(popup, { name: 'Sample First', notes: 'not lost' })
  await expect(standing(popup)).toHaveText('Draft kept')
  await closePopup(popup)

  const next = await clickMenu(extension, {
    selectionText: 'Kari Nordmann Salgssjef Example AS kari@example.com Tlf 22 33 44 55',
    pageUrl: 'https://example.com/team',
  })
  await expect(field(next, 'Name')).toHaveValue('Kari Nordmann')
  await expect(field(next, 'Company')).toHaveValue('Example AS')
  await expect(field(next, 'Email')).toHaveValue('kari@example.com')
  await expect(field(next, 'Name')).toBeFocused()
  await button(next, 'Undo title').click()
  await expect(field(next, 'Title')).toHaveValue('')
  await closePopup(next)

  const list = await extension.open('options.html#leads')
  await expect(button(list, 'Sample First')).toBeVisible()
  await expect(button(list, 'Kari Nordmann')).toBeVisible()
})

test('of a profile the name is taken, its address when it is ticked, and of a list nothing', async ({
  extension,
}) => {
  const selected = { selectionText: 'Sample Person · 2nd', pageUrl: `${PROFILE}/?trk=people` }
  const popup = await clickMenu(extension, selected)
  await expect(field(popup, 'Name')).toHaveValue('Sample Person')
  const tick = popup.getByRole('checkbox', { name: PROFILE })
  await expect(tick).not.toBeChecked()
  await expect(field(popup, 'Profile link')).toHaveValue('')
  await tick.press('Space')
  await expect(field(popup, 'Profile link')).toHaveValue(PROFILE)
  await tick.press('Space')
  await expect(field(popup, 'Profile link')).toHaveValue('')
  await closePopup(popup)

  const pageUrl = 'https://www.linkedin.com/mynetwork/invite-connect/connections/'
  const told = await clickMenu(extension, { selectionText: 'Sample Other', pageUrl })
  await expect(told.getByRole('alert')).toContainText('This page lists people')
  await expect(field(told, 'Name')).toHaveValue('Sample Person')
})

test('the browser’s own menu has the entry in the language that was chosen, and its address bar the keyword', async () => {
  const reason = noDisplay()
  test.skip(reason !== null, reason ?? '')
  const display = await startDisplay()
  const extension = await startExtension({ headed: true, env: display.env })
  const settings = await extension.open('options.html#settings')
  await settings.getByLabel('Language').selectOption('sv')
  await expect(settings.locator('html')).toHaveAttribute('lang', 'sv')

  const page = await extension.context.newPage()
  await page.setContent('<h1>Kari Nordmann<br>Salgssjef<br>Example AS</h1>')
  await page.bringToFront()
  await page.locator('h1').selectText()
  let popup = page
  await expect(async () => {
    const opened = extension.context.waitForEvent('page', { timeout: 2000 })
    await page.locator('h1').click({ button: 'right', position: { x: 20, y: 20 } })
    // No other entry begins with this letter, so that it is the click; too early it does nothing.
    await display.press('a')
    popup = await opened
  }).toPass()
  await expect(popup.locator('#name')).toHaveValue('Kari Nordmann')
  await expect(popup.locator('#company')).toHaveValue('Example AS')
  await closePopup(popup)

  await page.bringToFront()
  const line = ['K', 'u', 'n', 'd', 'e', 'comma', 'P', 'r', 'o', 'v', 'e']
  await display.press('ctrl+l', 'k', 'k', 'Tab', ...line, 'Return')
  const list = await extension.open('options.html#leads')
  const kunde = list.getByRole('row').filter({ hasText: 'Kunde' })
  await expect(kunde).toContainText('Prove')
  await expect(list.getByRole('row').filter({ hasText: 'Kari Nordmann' })).toBeVisible()
  await extension.close()
  await display.stop()
})
