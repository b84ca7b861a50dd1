import type { Page } from '@playwright/test'
import type { Extension } from './extension.ts'

/**
 * Opens the real popup under the toolbar button, as the browser does it, and hands back its page.
 * It closes as it does for a person: with `closePopup`, or when another tab takes the focus.
 */
export async function openPopup(extension: Extension): Promise<Page> {
  const { context, id } = extension
  const isPopup = (page: Page) => page.url().startsWith(`chrome-extension://${id}/popup.html`)
  const opened = context.waitForEvent('page', { predicate: isPopup })
  await extension.worker().evaluate('chrome.action.openPopup()')
  return opened
}

/** Closes the popup at once, without waiting for anything that it might still want to do. */
export async function closePopup(popup: Page): Promise<void> {
  const closed = popup.waitForEvent('close')
  await popup.evaluate(() => window.close())
  await closed
}
