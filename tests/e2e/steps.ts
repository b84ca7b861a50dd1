import { expect, type Page } from '@playwright/test'
import type { Extension } from '../harness/extension.ts'

/** What people do again and again, in the words of the pages. */

export interface Person {
  readonly name?: string
  readonly company?: string
  readonly title?: string
  readonly email?: string
  readonly phone?: string
  readonly notes?: string
}

const LABELS = {
  name: 'Name',
  company: 'Company',
  title: 'Title',
  email: 'Email',
  phone: 'Phone',
  notes: 'Notes',
} as const satisfies Record<keyof Person, string>

/** Writes a person down in the popup, in place of what stood in those fields. */
export async function writeDown(popup: Page, person: Person): Promise<void> {
  for (const [part, text] of Object.entries(person))
    await field(popup, LABELS[part as keyof Person]).fill(text)
}

export const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })

/** Puts text on the clipboard, as another program would: the page has to be in front. */
export async function copy(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(text => navigator.clipboard.writeText(text), text)
}

/** For what a popup is told last: it closes, and takes the answer with it. */
export const gone = () => undefined

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/**
 * Presses a button by its key, in a window that need not be in front: for a click Playwright waits
 * until the button stands still, and a window behind is drawn once a second.
 */
export const press = (page: Page, name: string) => button(page, name).press('Enter')

/** Where the person on the form stands. */
export const standing = (popup: Page) => popup.getByRole('status')

export async function agree(extension: Extension): Promise<void> {
  const page = await extension.open('welcome.html')
  await button(page, 'Agree and start').click()
  await expect(page.getByText('You agreed')).toBeVisible()
}

/** Fills in the CRM's address and token on the options page and saves them. */
export async function connect(
  extension: Extension,
  { address, token }: { readonly address: string; readonly token: string },
): Promise<Page> {
  const page = await extension.open('options.html#crm')
  await saveConnection(page, address, token)
  return page
}

export async function saveConnection(page: Page, address: string, token: string): Promise<void> {
  await field(page, 'Address').fill(address)
  await field(page, 'Token').fill(token)
  await press(page, 'Save')
  await expect(page.getByText('Saved. Leads are promoted to this CRM from now on.')).toBeVisible()
}

/** The first day: agreed, and connected to a CRM. */
export async function start(
  extension: Extension,
  crm: { readonly address: string; readonly token: string },
): Promise<void> {
  await agree(extension)
  await connect(extension, crm)
}
