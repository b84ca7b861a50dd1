// What one wrote before helps while one writes: who is known already, and which companies.
import { aLead } from '../../crm/testing/a-lead.ts'
import { matchAnswerSchema } from '../../lib/crm/open/contract.ts'
import { button, field, gone, press, standing, start, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

const KNOWN = { name: 'Robert Sample', company: 'Example AS', email: 'robert@example.com' }

test('somebody who was written down before is told of while one types, and opened by a click', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await extension.open('popup.html')
  await writeDown(popup, KNOWN)
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')
  await button(popup, 'New person').click()

  const known = popup.locator('.known')
  await field(popup, 'Name').pressSequentially('Bob Sample')
  await expect(known).toContainText('Same name: Robert Sample, Example AS')
  await expect(field(popup, 'Name')).toBeFocused()
  await writeDown(popup, { company: 'Other AS' })
  await expect(known).toBeEmpty()
  await writeDown(popup, { company: 'example' })
  await expect(known).toContainText('Same name and company: Robert Sample, Example AS')
  await field(popup, 'Email').fill('ROBERT@example.com')
  await expect(known).toHaveText(/Same e-mail: Robert Sample, Example AS/)
  await expect(known.getByRole('listitem')).toHaveCount(1)
  await expect(known).toHaveAttribute('aria-live', 'polite')

  await button(popup, 'Open Robert Sample').click()
  await expect(field(popup, 'Name')).toHaveValue('Robert Sample')
  await expect(standing(popup)).toHaveText('On the card')
  await expect(known).toBeEmpty()
  const list = await extension.open('options.html#leads')
  await expect(list.getByRole('grid', { name: 'Leads' })).toContainText('Bob Sample')
})

test('with somebody on a card who comes up while one types, something is logged in two keys and a sentence', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await extension.open('popup.html')
  await writeDown(popup, { name: 'Sample Draft', company: 'Example AS' })
  await button(popup, 'New person').click()
  await writeDown(popup, KNOWN)
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')
  await button(popup, 'New person').click()

  await writeDown(popup, { name: 'Sample Draft', company: 'Example AS' })
  await expect(button(popup, 'Open Sample Draft')).toBeVisible()
  await expect(button(popup, 'Log what happened with Sample Draft')).toHaveCount(0)
  await writeDown(popup, { name: 'Bob Sample', notes: 'Called back' })
  await button(popup, 'Log what happened with Robert Sample').press('Enter')
  await expect(field(popup, 'Name')).toHaveValue('Robert Sample')
  await expect(popup.getByRole('radio', { name: 'Outgoing call' })).toBeFocused()
  await popup.keyboard.press('2')
  await popup.keyboard.type('Asks for an offer')
  await popup.keyboard.press('Enter')
  const logged = [{ kind: 'inbound-enquiry', text: 'Asks for an offer' }]
  await expect.poll(() => [...endpoint.cards.values()]).toMatchObject([{ activities: logged }])

  // Who stood on the form is kept; and who is opened another time has no box.
  await button(popup, 'New person').click()
  await writeDown(popup, { name: 'Robert Sample' })
  await button(popup, 'Open Robert Sample').click()
  await expect(button(popup, 'Log what happened')).toBeVisible()
  const list = await extension.open('options.html#leads')
  await expect(list.getByRole('grid', { name: 'Leads' })).toContainText('Bob Sample')
})

for (const where of ['in this window', 'in another, and opened here later'])
  test(`who turns out to be a draft by now gets no box out of the blue, promoted ${where}`, async ({
    extension,
    endpoint,
  }) => {
    await start(extension, endpoint)
    const popup = await extension.open('popup.html')
    await writeDown(popup, KNOWN)
    await popup.keyboard.press('Control+Enter')
    await expect(standing(popup)).toHaveText('On the card')
    await button(popup, 'New person').click()
    await writeDown(popup, { name: 'Robert Sample', notes: 'Called back' })
    await expect(button(popup, 'Log what happened with Robert Sample')).toBeVisible()

    const other = await extension.open('popup.html')
    await button(other, 'Open Robert Sample').click()
    await button(other, 'Edit').click()
    await field(other, 'Title').fill('Head of Examples')
    await press(popup, 'Log what happened with Robert Sample')
    await expect(field(popup, 'Email')).toHaveValue(KNOWN.email)
    await expect(button(popup, 'Promote to CRM')).toBeVisible()

    if (where === 'in this window') await press(popup, 'Promote to CRM')
    else {
      await press(popup, 'New person')
      await press(other, 'Promote to CRM')
      await expect(standing(other)).toHaveText('On the card')
      await popup.bringToFront()
      await writeDown(popup, { email: KNOWN.email })
      await button(popup, 'Open Robert Sample').click()
    }
    await expect(standing(popup)).toHaveText('On the card')
    await expect(button(popup, 'Log what happened')).toBeVisible()
  })

test('Company suggests earlier companies, the last one first, by keyboard alone', async ({
  extension,
}) => {
  const popup = await extension.open('popup.html')
  for (const company of ['Exotic Sample GmbH', 'Example AS', 'Other AS']) {
    await writeDown(popup, { name: 'Sample Person', company })
    await button(popup, 'New person').click()
  }
  const company = field(popup, 'Company')
  await expect(popup.getByRole('textbox', { name: 'Company', exact: true })).toBeVisible()
  await company.pressSequentially('ex')
  const combobox = popup.getByRole('combobox', { name: 'Company', exact: true })
  await expect(combobox).toHaveAttribute('aria-expanded', 'true')
  const options = popup.getByRole('listbox').getByRole('option')
  await expect(options).toHaveText([/^Example AS/, /^Exotic Sample GmbH/])

  await company.press('ArrowDown')
  await company.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  const id = await options.nth(1).getAttribute('id')
  await expect(combobox).toHaveAttribute('aria-activedescendant', id ?? 'none')
  await company.press('Enter')
  await expect(company).toHaveValue('Exotic Sample GmbH')
  await expect(company).toBeFocused()
  await expect(options).toHaveCount(0)

  await company.fill('exa')
  await expect(options).toHaveText([/^Example AS/])
  await company.press('Escape')
  await expect(options).toHaveCount(0)
  await expect(combobox).toHaveAttribute('aria-expanded', 'false')
  await expect(company).toHaveValue('exa')
  await company.press('Escape').catch(gone)
  await expect.poll(() => popup.isClosed()).toBe(true)
})

test('after Promote the CRM says whom it knows; the lead is added to that contact', async ({
  extension,
  crm,
}) => {
  const emails = [`robert-${crypto.randomUUID()}@example.com`]
  const west = `West ${crypto.randomUUID()}`
  const known = aLead({ person: { name: 'Robert Sample', emails }, company: { name: west } })
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ leads: [known] })
  await crm.api('/api/v1/leads/batch', { method: 'POST', headers, body })
  await start(extension, crm)
  const popup = await extension.open('popup.html')
  await writeDown(popup, { name: 'Bob Sample', company: 'Example AS', email: emails[0] ?? '' })
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')
  const matches = popup.locator('.matches')
  await expect(matches).toContainText(`Same e-mail: Robert Sample, ${west}`)
  await expect(matches.getByRole('listitem')).toHaveCount(1)
  await expect(button(popup, 'New person')).toBeFocused()
  await button(popup, 'Later').click()
  await expect(matches).toBeEmpty()

  // The question comes again when the lead is opened again.
  await button(popup, 'New person').click()
  await field(popup, 'Email').fill(emails[0] ?? '')
  await button(popup, 'Open Bob Sample').click()
  await button(popup, `Add to that contact: Robert Sample, ${west}`).click()
  const asked = JSON.stringify({ email: emails[0] })
  const find = async () => {
    const answer = await crm.api('/api/v1/matches', { method: 'POST', headers, body: asked })
    return matchAnswerSchema.parse(await answer.json()).matches
  }
  await expect.poll(async () => (await find()).length).toBe(1)
  const found = await find()
  expect(found).toMatchObject([{ card: { name: west }, contact: { name: 'Robert Sample' } }])
  await expect(standing(popup).getByRole('link')).toHaveAttribute('href', found[0]?.card.url ?? '')
})
