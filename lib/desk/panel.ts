import { browser } from 'wxt/browser'

/** What opens a panel beside the page: Chromium's has one name, Firefox's another. */
interface Panels {
  sidePanel?: { open(where: { windowId: number | undefined }): Promise<void> }
  sidebarAction?: { open(): Promise<void> }
}

/**
 * Opens the form in a panel beside the page. Browsers do so only within a click, so that which
 * window it is has to be known before.
 *
 * @returns what a click calls at once
 */
export async function readyPanel(): Promise<() => Promise<void>> {
  const { sidePanel, sidebarAction } = browser as Panels
  const { id } = await browser.windows.getCurrent()
  return async () => {
    if (sidePanel !== undefined) await sidePanel.open({ windowId: id })
    else await sidebarAction?.open()
  }
}
