// The whole way, as somebody goes it on the first day: from the installation to the card.
import { startExtension } from '../harness/extension.ts'
import { closePopup, openPopup } from '../harness/popup.ts'
import { expect, test } from '../harness/test.ts'
import { reply, startProxy } from '../servers/proxy.ts'
import { nameOf, seed } from './people.ts'
import { button, field, gone, standing, start, writeDown } from './steps.ts'

/** For what takes a CRM seconds. */
const PATIENT = { timeout: 45_000 }

test('from the installation to the card, and on to the next person', async ({ extension, crm }) => {
  const { context } = extension
  const isWelcome = () => context.pages().find(page => page.url().endsWith('/welcome.html'))
  await expect.poll(isWelcome, { message: 'the welcome page opens by itself' }).toBeDefined()
  const page = isWelcome() ?? (await context.newPage())
  await button(page, 'Agree and start').click()
  await page.getByRole('link', { name: 'Next: connect your CRM' }).click()
  await expect(page).toHaveURL(/\/options\.html#crm$/)

  await field(page, 'Address').fill(crm.address)
  await field(page, 'Token').fill(crm.token)
  await button(page, 'Test connection').click()
  const findings = page.getByRole('list', { name: 'Findings' }).getByRole('listitem')
  await expect(findings).toHaveText(/Connected to Kundekort CRM as /)
  await button(page, 'Save').click()
  await expect(page.getByText(/^Saved\./)).toBeVisible()
  await page.goto(await crm.signInLink())
  await expect(page.getByRole('link', { name: 'Example Way AS' })).toHaveCount(0)

  const popup = await openPopup(extension)
  await writeDown(popup, {
    ...{ name: 'Sample Person', company: 'Example Way AS', title: 'Head of Examples' },
    ...{ email: 'sample.person@example.com', phone: '+47 22 33 44 55' },
    ...{ notes: 'Wants an offer before the summer' },
  })
  await field(popup, 'Where you met').fill('The example fair')
  await popup.keyboard.press('Control+Enter')
  const link = standing(popup).getByRole('link', { name: 'On the card' })
  await expect(link).toBeVisible()
  const opened = context.waitForEvent('page')
  await link.click().catch(gone)
  const card = await opened
  await expect(card.getByRole('heading', { level: 1 })).toHaveText('Example Way AS')
  await expect(card.getByRole('heading', { name: 'Sample Person' })).toBeVisible()
  for (const text of [
    'Head of Examples',
    'sample.person@example.com',
    'Wants an offer before the summer',
    'The example fair',
  ])
    await expect(card.getByText(text)).toBeVisible()

  const next = await openPopup(extension)
  await expect(field(next, 'Name')).toHaveValue('')
  await writeDown(next, { name: 'Another Sample' })
  await button(next, 'New person').click()
  await expect(next.getByRole('alert')).toContainText('The earlier draft is kept')
  await expect(field(next, 'Name')).toHaveValue('')
  await closePopup(next)
  const list = await extension.open('options.html#leads')
  const rows = list.getByRole('grid', { name: 'Leads' }).getByRole('row')
  await expect(rows.filter({ hasText: 'Another Sample' })).toContainText('Draft')
  await expect(rows.filter({ hasText: 'Sample Person' })).toContainText('On the card')
})

test('500 people land on the card once each, through a connection that loses answers', async ({
  crm,
}) => {
  test.slow() // the work of an afternoon
  const extension = await startExtension()
  const proxy = await startProxy(crm.address)
  await start(extension, { address: proxy.address, token: crm.token })
  const list = await extension.open('options.html#leads')
  await seed(list, { count: 500, fields: { company: 'Example Crowd AS' } })

  // The first batch goes well. What comes after it arrives too, but its answer is lost.
  let batches = 0
  proxy.on(async ({ method }, response, forward) => {
    if (method !== 'POST') return reply(response, await forward())
    batches += 1
    if (batches === 1) return reply(response, await forward())
    await forward()
    response.destroy()
  })
  await list.getByRole('checkbox', { name: 'Select all' }).check()
  await button(list, 'Promote selected').click()
  // Those of the second batch stand further down than the list shows at first.
  await list.getByRole('searchbox', { name: 'Search leads' }).fill('0001')
  await expect(list.getByText('The CRM could not be reached').first()).toBeVisible(PATIENT)
  await expect(list.getByRole('progressbar', { name: 'Sync progress' })).toHaveAttribute(
    'value',
    '250',
  )
  proxy.on()
  const settings = await extension.open('options.html#crm')
  await button(settings, 'Save').click()
  await expect(list.getByRole('progressbar')).toHaveCount(0, PATIENT)

  await settings.goto(await crm.signInLink())
  await settings.getByRole('link', { name: 'Example Crowd AS' }).click()
  const people = await settings
    .getByRole('heading', { level: 3, name: /^Sample Person/ })
    .allTextContents()
  const names = people.map(text => text.replace(/ Main contact$/, ''))
  expect(names.toSorted()).toEqual(Array.from({ length: 500 }, (_, index) => nameOf(index)))
  await proxy.close()
  await extension.close()
})
