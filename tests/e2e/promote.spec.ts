// What stands between a draft and the card, and what is enough.
import { closePopup, openPopup } from '../harness/popup.ts'
import { agree, button, connect, field, gone, standing, start, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

const PERSON = { name: 'Sample Person', company: 'Example AS' }

test('before consent drafts are kept, and promoting leads to the welcome page', async ({
  extension,
  endpoint,
}) => {
  await connect(extension, endpoint)
  const popup = await openPopup(extension)
  await writeDown(popup, PERSON)
  await expect(standing(popup)).toHaveText('Draft kept')
  await button(popup, 'Promote to CRM').click()
  const why = popup.getByRole('alert')
  await expect(why).toContainText('read what Kundekort sends and when')
  await expect(why.getByRole('link')).toHaveAttribute('href', '/welcome.html')
  await closePopup(popup)
  expect(endpoint.heard).toEqual([])

  await agree(extension)
  const again = await openPopup(extension)
  await expect(field(again, 'Name')).toHaveValue('Sample Person')
  await field(again, 'Notes').press('Control+Enter')
  await expect(standing(again).getByRole('link', { name: 'On the card' })).toBeVisible()
})

test('without a CRM the draft is kept, and a link leads to where one is connected', async ({
  extension,
}) => {
  await agree(extension)
  const popup = await openPopup(extension)
  await writeDown(popup, PERSON)
  await button(popup, 'Promote to CRM').click()
  const why = popup.getByRole('alert')
  await expect(why).toContainText('No CRM is connected yet')
  const opened = extension.context.waitForEvent('page')
  await why.getByRole('link', { name: 'Connect a CRM' }).click().catch(gone)
  await expect(field(await opened, 'Address')).toBeVisible()
})

test('a name and a company are enough', async ({ extension, endpoint }) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)
  await expect(field(popup, 'Name')).toBeFocused()
  await writeDown(popup, PERSON)
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')
  const [lead] = endpoint.cards.values()
  expect(lead?.person).toEqual({ name: 'Sample Person', emails: [], phones: [] })
  expect(lead?.company).toEqual({ name: 'Example AS' })
  expect(endpoint.batches.flat()).toHaveLength(1)
})

test('what is missing or wrong is said at its field, and nothing is sent', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)

  await writeDown(popup, { name: 'Sample Person' })
  await button(popup, 'Promote to CRM').click()
  await expect(field(popup, 'Company')).toBeFocused()
  await expect(field(popup, 'Company')).toHaveAccessibleDescription(/Write which company it was/)

  await writeDown(popup, { name: '', company: 'Example AS' })
  await button(popup, 'Promote to CRM').click()
  await expect(field(popup, 'Name')).toBeFocused()
  await expect(field(popup, 'Name')).toHaveAccessibleDescription(/Write who it was/)

  await writeDown(popup, { ...PERSON, email: 'sample.person(at)example.com' })
  await button(popup, 'Promote to CRM').click()
  await expect(field(popup, 'Email')).toBeFocused()
  await expect(field(popup, 'Email')).toHaveAccessibleDescription(/read as an e-mail address/)

  await writeDown(popup, { email: 'sample.person@example.com', phone: 'call me' })
  await button(popup, 'Promote to CRM').click()
  await expect(field(popup, 'Phone')).toHaveAccessibleDescription(/read as a phone number/)
  await writeDown(popup, { phone: '' })

  await popup.getByLabel('Relation').selectOption('Personal')
  await button(popup, 'Promote to CRM').click()
  await expect(popup.getByLabel('Relation')).toHaveAccessibleDescription(
    /Personal contacts are yours and stay here/,
  )
  await expect(standing(popup)).toHaveText('Draft kept')
  expect(endpoint.heard).toEqual([])

  await closePopup(popup)
  const again = await openPopup(extension)
  await expect(field(again, 'Email')).toHaveValue('sample.person@example.com')
  await expect(again.getByLabel('Relation')).toHaveValue('personal')
})

test('New person keeps the draft that was there, in the list', async ({ extension, endpoint }) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)
  await writeDown(popup, { ...PERSON, notes: 'Wants an offer' })
  await button(popup, 'New person').click()
  await expect(popup.getByRole('alert')).toHaveText(/The earlier draft is kept/)
  await expect(field(popup, 'Name')).toHaveValue('')
  await expect(field(popup, 'Name')).toBeFocused()
  await writeDown(popup, { name: 'Another Sample', company: 'Example AS' })
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')
  await closePopup(popup)

  const options = await extension.open('options.html#leads')
  const rows = options.getByRole('grid', { name: 'Leads' }).getByRole('row')
  await expect(rows.filter({ hasText: 'Sample Person' })).toContainText('Draft')
  await expect(rows.filter({ hasText: 'Another Sample' })).toContainText('On the card')
  expect(endpoint.batches.flat().map(({ person }) => person.name)).toEqual(['Another Sample'])
})

test('Discard draft takes the person away, and Undo brings them back', async ({ extension }) => {
  const popup = await openPopup(extension)
  await writeDown(popup, PERSON)
  await button(popup, 'Discard draft').click()
  await expect(field(popup, 'Name')).toHaveValue('')
  await button(popup, 'Undo').click()
  await expect(field(popup, 'Company')).toHaveValue('Example AS')
  await closePopup(popup)
  await expect(field(await openPopup(extension), 'Name')).toHaveValue('Sample Person')
})
