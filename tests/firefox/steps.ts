import type { Firefox } from '../harness/firefox/firefox.ts'
import type { Tab } from '../harness/firefox/tab.ts'
import { answerQuestion, question } from '../harness/firefox/window.ts'
import { expect } from './story.ts'

/** What people do again and again, in the words of the pages. */

interface Address {
  readonly address: string
  readonly token: string
}

/** Answers what Firefox asks in its own dialog: whether data may be sent. */
export async function answer(fox: Firefox, isAllowed: boolean): Promise<void> {
  const asked = () => fox.inWindow(question, undefined)
  await expect.poll(asked).toContain('personally identifying information')
  await fox.inWindow(answerQuestion, isAllowed)
  await expect.poll(asked).toBeNull()
}

export async function agree(fox: Firefox): Promise<void> {
  const page = await fox.tab('welcome.html')
  await page.click('button', 'Agree and start')
  await answer(fox, true)
  await expect.poll(() => page.text()).toContain('You agreed')
  await page.close()
}

/** Fills in the CRM's address and token on the options page and saves them. */
export async function connect(fox: Firefox, { address, token }: Address): Promise<Tab> {
  const page = await fox.open('options.html#crm')
  await page.write('Address', address)
  await page.write('Token', token)
  await page.click('button', 'Save')
  await expect.poll(() => page.text()).toContain('Saved. Leads are promoted to this CRM')
  return page
}

/** Where the person on the form stands. */
export const standing = (form: Tab) => form.text('[role=status]')

/**
 * Writes a person down and promotes them.
 * @param look what is looked at before the form is closed
 */
export async function promote(
  fox: Firefox,
  person: Record<string, string>,
  look: (form: Tab) => Promise<void>,
): Promise<void> {
  const form = await fox.open('popup.html')
  for (const [field, text] of Object.entries(person)) await form.write(field, text)
  await form.press('Control+Enter')
  await look(form)
  await form.close()
}
