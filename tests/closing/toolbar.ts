import type { Browser, Target } from '../harness/browser.ts'
import type { CdpSession } from '../harness/cdp.ts'
import { stopWorkers } from '../harness/workers.ts'
import { targetGone } from './events.ts'

export interface Popup {
  readonly targetId: string
  readonly page: CdpSession
}

/** The extension's button in a browser in which none of its pages is open but the popup. */
export interface Toolbar {
  /** Opens the real popup, as a click on the button does. @param file the page that it has */
  openPopup(file?: string): Promise<Popup>
  /** Shows the other tab, as a click on it does: an open popup loses the focus, and closes. */
  showOtherTab(): Promise<unknown>
  /** Stops the worker and waits until it has stopped. */
  putWorkerToSleep(): Promise<void>
  isWorkerAsleep(): Promise<boolean>
}

const isWorker = ({ type }: Target) => type === 'service_worker'

/**
 * Finds the extension's button, and closes the page of welcome: an extension that is loaded from
 * the command line is installed anew with each start. Left alone, it would take the popup's focus.
 */
export async function findToolbar(browser: Browser): Promise<Toolbar> {
  const { cdp } = browser
  const worker = await browser.target('service_worker', '/background.js')
  const id = new URL(worker.url).host
  const here = await browser.target('page', 'about:blank')
  const welcome = await browser.target('page', '/welcome.html')
  const gone = targetGone(cdp, welcome.targetId)
  await cdp.send('Target.closeTarget', { targetId: welcome.targetId })
  await gone
  const tab = (await tabs()).at(0)
  const there = await cdp.send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
    background: true,
  })
  // The one session that stays: with a page that is none of the extension's. Attached to the
  // worker itself, we would keep it awake.
  const page = await browser.attach(here)
  let [shown, other] = [here.targetId, there.targetId]

  async function tabs(): Promise<Target[]> {
    const filter = [{ type: 'tab' }]
    const found = await cdp.send<{ targetInfos: Target[] }>('Target.getTargets', { filter })
    return found.targetInfos
  }

  const workers = async () => (await browser.targets()).filter(isWorker)

  return {
    async openPopup(file = 'popup.html') {
      await cdp.send('Extensions.triggerAction', { id, targetId: tab?.targetId })
      const popup = await browser.target('page', `/${file}`)
      return { targetId: popup.targetId, page: await browser.attach(popup) }
    },
    showOtherTab() {
      ;[shown, other] = [other, shown]
      return cdp.send('Target.activateTarget', { targetId: shown })
    },
    async putWorkerToSleep() {
      const gone = (await workers()).map(({ targetId }) => targetGone(cdp, targetId))
      if (gone.length === 0) return
      await stopWorkers(page)
      await Promise.all(gone)
    },
    isWorkerAsleep: async () => (await workers()).length === 0,
  }
}
