import { expect, type Page } from '@playwright/test'
import { CONNECTIONS, SOCIAL } from './sites.ts'

/**
 * Goes through the connections on the stand-ins, as somebody would.
 *
 * @param between what is done meanwhile, each time that the page has come to rest
 * @returns the pages as they were found, from the root element down
 */
export async function visitConnections(
  page: Page,
  between: (step: number) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const found: string[] = []
  let step = 0
  const rest = async () => {
    found.push(await page.evaluate(() => document.documentElement.outerHTML))
    step += 1
    await between(step)
    await page.bringToFront()
    found.push(await page.evaluate(() => document.documentElement.outerHTML))
  }
  for (const host of SOCIAL) {
    await page.goto(`https://${host}/connections`)
    for (let shown = 10; shown < CONNECTIONS.length; shown += 10) {
      await expect(page.getByRole('listitem')).toHaveCount(shown)
      await page.getByRole('button', { name: 'Show more' }).click()
    }
    await expect(page.getByRole('listitem')).toHaveCount(CONNECTIONS.length)
    await rest()
    await page.getByRole('link', { name: CONNECTIONS[7] ?? '' }).click()
    await expect(page.getByRole('heading')).toHaveText(CONNECTIONS[7] ?? '')
    await page.getByRole('heading').selectText()
    await page.keyboard.press('Control+c')
    await rest()
    await page.goBack()
  }
  return found
}
