// Days that are chosen with a key: when to follow up, and when something happened.
import { calendarDate } from '../../lib/lead/dates.ts'
import { datesAhead, daysAfter } from '../../lib/lead/quickDates.ts'
import { openPopup } from '../harness/popup.ts'
import { goTo } from './keys.ts'
import { button, field, standing, start, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

const today = () => calendarDate(new Date())

test('when to follow up is chosen by keyboard, and goes onto the card with the person', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)
  await writeDown(popup, { name: 'Sample Person', company: 'Example AS' })
  await expect(button(popup, 'Tomorrow')).toBeHidden()
  await field(popup, 'Follow up').focus()
  await goTo(popup, 'Tomorrow')
  await popup.keyboard.press('ArrowLeft')
  await expect(button(popup, 'In two weeks')).toBeFocused()
  await popup.keyboard.press('Enter')
  await expect(field(popup, 'Follow up')).toHaveValue(daysAfter(today(), 14))
  await expect(button(popup, 'In two weeks')).toHaveAttribute('aria-pressed', 'true')
  await popup.keyboard.press('Space')
  await expect(field(popup, 'Follow up')).toHaveValue('')
  await popup.keyboard.press('ArrowRight')
  await popup.keyboard.press('ArrowRight')
  const { on = '' } = datesAhead(today())[1] ?? {}
  await popup.keyboard.press('Enter')
  await expect(field(popup, 'Follow up')).toHaveValue(on)
  await goTo(popup, 'Profile link')
  await expect(button(popup, 'In two weeks')).toBeHidden()
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')
  expect([...endpoint.cards.values()]).toMatchObject([{ followUp: on }])
})

test('a click chooses a day, and the caret stays in the field', async ({ extension }) => {
  const popup = await openPopup(extension)
  await field(popup, 'Follow up').click()
  await button(popup, 'Tomorrow').click()
  await expect(field(popup, 'Follow up')).toHaveValue(daysAfter(today(), 1))
  await expect(field(popup, 'Follow up')).toBeFocused()
})

test('what happened yesterday is logged so', async ({ extension, endpoint }) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)
  await writeDown(popup, { name: 'Sample Person', company: 'Example AS' })
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')
  await popup.keyboard.press('l')
  await popup.keyboard.press('1')
  await popup.keyboard.type('Called about the offer')
  await goTo(popup, 'Today')
  await expect(button(popup, 'Today')).toHaveAttribute('aria-pressed', 'true')
  await popup.keyboard.press('ArrowRight')
  await popup.keyboard.press('Enter')
  await expect(field(popup, 'Day')).toHaveValue(daysAfter(today(), -1))
  await button(popup, 'Log').press('Enter')
  await expect
    .poll(() => [...endpoint.cards.values()])
    .toMatchObject([{ activities: [{ on: daysAfter(today(), -1) }] }])
})
