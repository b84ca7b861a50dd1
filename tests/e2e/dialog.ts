import { expect, type Locator, type Page } from '@playwright/test'
import type { Browser } from 'wxt/browser'
import type { Display } from '../harness/display.ts'

/**
 * Asks for a permission, and then presses keys until the browser's dialog is answered: when it is
 * drawn, no script can tell. Keys that come too early go to the page, to a field where they do nothing.
 *
 * @param field has the focus meanwhile
 */
export async function answer(
  display: Display,
  page: Page,
  field: Locator,
  ask: () => Promise<void>,
  keys: readonly string[],
): Promise<void> {
  await page.bringToFront()
  await page.evaluate(noteAnswer)
  await ask()
  await expect(async () => {
    await field.focus()
    await display.press(...keys)
    await expect(page.locator('html[data-answered]')).toBeAttached({ timeout: 500 })
  }).toPass()
}

/** Leaves a mark in the page when the browser's question was answered, whatever the answer. */
function noteAnswer() {
  const { permissions } = (globalThis as unknown as { chrome: typeof Browser }).chrome
  const ask = permissions.request.bind(permissions)
  delete document.documentElement.dataset.answered
  const request = async (what: Browser.permissions.Permissions) => {
    const isAllowed = await ask(what)
    document.documentElement.dataset.answered = String(isAllowed)
    return isAllowed
  }
  Object.assign(permissions, { request })
}
