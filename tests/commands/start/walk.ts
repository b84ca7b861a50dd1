import type { Locator, Page } from '@playwright/test'
import type { Crm } from '../../harness/crm.ts'
import type { Extension } from '../../harness/extension.ts'
import { openPopup } from '../../harness/popup.ts'

// Everything here goes through the pages as a person would: the production build has no other way.

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const box = (page: Page, name: string) =>
  page
    .getByRole('textbox', { name, exact: true })
    .or(page.getByRole('combobox', { name, exact: true }))

/** Presses *Agree and start* on the welcome page that the extension opened at its first install. */
export async function agree({ context, id }: Extension): Promise<Page> {
  const isWelcome = (page: Page) => page.url() === `chrome-extension://${id}/welcome.html`
  const welcome =
    context.pages().find(isWelcome) ??
    (await context.waitForEvent('page', { predicate: isWelcome }))
  await button(welcome, 'Agree and start').click()
  return welcome
}

/** Fills in the CRM's address and token on the options page, tests and saves them. */
export async function connect(extension: Extension, crm: Crm): Promise<void> {
  const options = await extension.open('options.html#crm')
  await box(options, 'Address').fill(crm.address)
  await box(options, 'Token').fill(crm.token)
  await button(options, 'Test connection').click()
  await options.getByRole('list', { name: 'Findings' }).getByRole('listitem').first().waitFor()
  await button(options, 'Save').click()
  await options.getByText('Saved.').first().waitFor()
  await options.close()
}

export interface Sample {
  readonly note: string
}

/**
 * Writes the sample person down in the real popup, promotes them and waits until they are on a card.
 * @returns the popup, and the address of the card
 */
export async function promoteSample(extension: Extension, { note }: Sample) {
  const popup = await openPopup(extension)
  await box(popup, 'Name').fill('Sample Person')
  await box(popup, 'Company').fill('Example AS')
  await box(popup, 'Email').fill('sample.person@example.com')
  await box(popup, 'Where you met').fill('Example Fair')
  await box(popup, 'Notes').fill(note)
  await button(popup, 'Promote to CRM').click()
  const link = onTheCard(popup).getByRole('link')
  await link.waitFor()
  return { popup, card: (await link.getAttribute('href')) ?? '' }
}

const onTheCard = (popup: Page): Locator =>
  popup.getByRole('status').filter({ hasText: 'On the card' })

/** Opens the list of leads, in which the sample person is. */
export async function readLeads(extension: Extension): Promise<Page> {
  const page = await extension.open('options.html#leads')
  await page.getByRole('grid', { name: 'Leads' }).getByText('Sample Person').first().waitFor()
  return page
}

/**
 * Opens a card in the CRM, signed in by a one-time link, and looks for the sample person on it.
 * @throws when what was promoted just now is not there
 */
export async function readCard(extension: Extension, crm: Crm, card: string, { note }: Sample) {
  const page = await extension.context.newPage()
  const { pathname } = new URL(card)
  await page.goto(await crm.signInLink(pathname))
  for (const text of ['Example AS', 'Sample Person', note])
    await page.getByText(text, { exact: false }).first().waitFor()
  return page
}
