// What happened after the first meeting: logged with the person, and read on the card in its order.
import { closePopup, openPopup } from '../harness/popup.ts'
import { button, field, standing, start, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

test('two keystrokes and a sentence log a call, and the card has all of it in order', async ({
  extension,
  crm,
}) => {
  await start(extension, crm)
  const popup = await openPopup(extension)
  await writeDown(popup, { name: 'Sample Caller', company: 'Example Calls AS' })
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')
  const { keyboard } = popup
  for (const [kind, sentence] of [
    ['1', 'Called about the offer'],
    ['5', 'Sent the offer in two parts'],
    ['6', 'They accept the first part'],
  ] as const) {
    await expect(popup.getByRole('button', { name: 'Log what happened' })).toBeVisible()
    await keyboard.press('l')
    await expect(popup.getByRole('radio', { name: 'Outgoing call' })).toBeFocused()
    await keyboard.press(kind)
    await keyboard.type(sentence)
    await keyboard.press('Enter')
    await expect(popup.getByRole('listitem').filter({ hasText: sentence })).toBeVisible()
  }
  await expect(standing(popup)).toHaveText('On the card')

  const card = await extension.context.newPage()
  await card.goto(await crm.signInLink())
  await card.getByRole('link', { name: 'Example Calls AS' }).click()
  const entries = card.locator('ol.paper h3')
  await expect(entries).toHaveText(['Acceptance', 'Offer', 'Outgoing call', 'Conversation'])
  await expect(card.getByText('Called about the offer')).toBeVisible()
})

test('L logs beside the person only: elsewhere in the window the letter does nothing', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await extension.open('popup.html')
  await writeDown(popup, { name: 'Sample Person', company: 'Example AS' })
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')
  await expect(button(popup, 'New person')).toBeFocused()
  await expect(button(popup, 'Log what happened')).toBeVisible()
  for (const elsewhere of ['a[href^="/options"]', 'body']) {
    await popup.locator(elsewhere).evaluate((element: HTMLElement) => {
      ;(document.activeElement as HTMLElement).blur()
      element.focus()
    })
    await popup.keyboard.press('l')
  }
  await expect(popup.getByRole('group', { name: 'What happened' })).toHaveCount(0)
  await button(popup, 'New person').focus()
  await popup.keyboard.press('l')
  await expect(popup.getByRole('radio', { name: 'Outgoing call' })).toBeFocused()
})

test('a sentence that was begun is there again after the popup closed', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)
  await writeDown(popup, { name: 'Sample Person', company: 'Example AS' })
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')
  await button(popup, 'Log what happened').click()
  await popup.keyboard.press('4')
  await popup.keyboard.type('Agreed on three th')
  await closePopup(popup)

  const again = await openPopup(extension)
  await expect(field(again, 'Name')).toHaveValue('')
  await button(again, 'Go on with what you began to log').click()
  await expect(field(again, 'Name')).toHaveValue('Sample Person')
  await expect(field(again, 'What was said or done')).toHaveValue('Agreed on three th')
  await expect(field(again, 'What was said or done')).toBeFocused()
  await again.keyboard.type('ings')
  await again.keyboard.press('Enter')
  await expect
    .poll(() => [...endpoint.cards.values()])
    .toMatchObject([
      { revision: 2, activities: [{ kind: 'minutes', text: 'Agreed on three things' }] },
    ])
})

test('in the list an activity is logged with the keyboard, and goes out at once', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)
  await writeDown(popup, { name: 'Sample Person', company: 'Example AS' })
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')
  await closePopup(popup)

  const list = await extension.open('options.html#leads')
  await expect(list.getByRole('row').nth(1)).toContainText('On the card')
  await list.getByRole('checkbox', { name: 'Select Sample Person' }).focus()
  await list.keyboard.press('l')
  await expect(list.getByRole('group', { name: 'What happened' })).toBeVisible()
  await list.keyboard.press('7')
  await list.keyboard.type('Ten of the large ones')
  await list.keyboard.press('Enter')
  await expect
    .poll(() => [...endpoint.cards.values()])
    .toMatchObject([{ revision: 2, activities: [{ kind: 'sale', text: 'Ten of the large ones' }] }])
  await expect(button(list, 'Take back: Ten of the large ones')).toHaveCount(0)
})
