import { expect, type Page } from '@playwright/test'

/** What a screen reader calls the element with the focus. */
const focusedName = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    const own = focused?.getAttribute('aria-label')
    if (own) return own
    if (focused instanceof HTMLButtonElement || focused instanceof HTMLAnchorElement)
      return focused.textContent
    const labels = (focused as HTMLInputElement | null)?.labels
    return labels?.[0]?.textContent ?? null
  })

/** Goes on to the next control, which has to be this. A date is three stops, and a fourth for its calendar. */
export async function tabTo(page: Page, next: string): Promise<void> {
  const from = await focusedName(page)
  do await page.keyboard.press('Tab')
  while ((await focusedName(page)) === from)
  expect(await focusedName(page)).toBe(next)
}

/** More stops than any page has between two of its controls. */
const MOST = 60

/**
 * Goes on until this control has the focus.
 * @param key `Shift+Tab` to go back
 */
export async function goTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  const passed: (string | null)[] = []
  while ((await focusedName(page)) !== name) {
    expect(passed.length, `${name} is not among ${passed}`).toBeLessThan(MOST)
    passed.push(await focusedName(page))
    await page.keyboard.press(key)
  }
}
