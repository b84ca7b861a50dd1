import { targetGone } from '../../closing/events.ts'
import { findToolbar } from '../../closing/toolbar.ts'
import type { Browser } from '../../harness/browser.ts'
import type { CdpSession } from '../../harness/cdp.ts'
import { PAGES, type PageName } from './subject.ts'

/** The extension's button, which opens the popup and the bare form in turn. */
export interface Button {
  /**
   * Clicks it, hands on the page that it opened, and closes that again.
   * @param use gets the page, its name and the time of the click
   */
  click<T>(use: (page: CdpSession, name: PageName, clicked: number) => Promise<T>): Promise<T>
  putWorkerToSleep(): Promise<void>
}

/** Chromium's own clock, in milliseconds: Node has the same one. */
const ticks = () => Number(process.hrtime.bigint()) / 1e6

export async function findButton(browser: Browser): Promise<Button> {
  const { openPopup, putWorkerToSleep } = await findToolbar(browser)
  let [name, other]: [PageName, PageName] = [...PAGES]
  return {
    putWorkerToSleep,
    async click(use) {
      const clicked = ticks()
      const { page, targetId } = await openPopup(name)
      const used = await use(page, name, clicked)
      ;[name, other] = [other, name]
      const expression = `chrome.action.setPopup({ popup: ${JSON.stringify(name)} })`
      await page.send('Runtime.evaluate', { expression, awaitPromise: true })
      const gone = targetGone(browser.cdp, targetId)
      await browser.cdp.send('Target.closeTarget', { targetId })
      await gone
      return used
    },
  }
}
