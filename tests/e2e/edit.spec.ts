// From the list back to the form: to go on with a draft, or to change what is on a card.
import { closePopup, openPopup } from '../harness/popup.ts'
import { button, field, standing, start, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

test('a lead on the card is opened from the list, edited, and goes out as a new revision', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)
  await writeDown(popup, { name: 'Sample Person', company: 'Example AS' })
  await button(popup, 'Promote to CRM').click()
  await expect(standing(popup)).toHaveText('On the card')
  await closePopup(popup)
  const other = await openPopup(extension)
  await writeDown(other, { name: 'Somebody Else' })
  await closePopup(other)

  const list = await extension.open('options.html#leads')
  const opening = extension.context.waitForEvent('page')
  await button(list, 'Sample Person').click()
  const again = await opening
  await expect(field(again, 'Name')).toHaveValue('Sample Person')
  await expect(standing(again)).toHaveText('On the card')
  await button(again, 'Edit').click()
  await field(again, 'Title').fill('Head of Examples')
  await button(again, 'Promote to CRM').click()
  await expect(standing(again)).toHaveText('On the card')
  const [card] = endpoint.cards.values()
  expect(card).toMatchObject({ revision: 2, person: { title: 'Head of Examples' } })
  expect(endpoint.cards.size).toBe(1)
  await closePopup(again)
  await expect(list.getByRole('row').filter({ hasText: 'Somebody Else' })).toContainText('Draft')
})
