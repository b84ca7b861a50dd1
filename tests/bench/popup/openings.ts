import { callIn } from '../../harness/callIn.ts'
import type { CdpSession } from '../../harness/cdp.ts'
import type { Button } from './button.ts'
import { PAGES, type PageName } from './subject.ts'

/** How long one opening took until the caret stood in *Name*, on the screen. In milliseconds. */
export interface Opening {
  /** Since the button was clicked. */
  readonly sinceClick: number
  /** Since the browser began to load the page: without what it does before, for whatever page. */
  readonly sinceLoad: number
}

export type Openings = Record<PageName, Opening[]>

/**
 * Opens the popup and the bare form in turn, and types a real key into each: it has to arrive.
 * @param isAsleep whether the worker is stopped before each opening, or else running
 */
export async function openInTurn(
  button: Button,
  isAsleep: boolean,
  times: number,
): Promise<Openings> {
  const openings: Openings = { 'popup.html': [], 'bare.html': [] }
  // The first ones are not counted.
  for (let turn = -2; turn < times; turn += 1) {
    for (const _page of PAGES) {
      if (isAsleep) await button.putWorkerToSleep()
      await button.click(async (page, name, clicked) => {
        const opening = await readOpening(page, clicked)
        await proveCaret(page)
        if (!isAsleep) await wakeWorker(page)
        if (turn >= 0) openings[name].push(opening)
      })
    }
  }
  return openings
}

/** Waits until the caret is in *Name*. @returns when, in milliseconds since the load began */
export const whenReady = (page: CdpSession): Promise<number> => callIn(page, whenCaret, null)

async function readOpening(page: CdpSession, clicked: number): Promise<Opening> {
  await page.send('Performance.enable')
  const sinceLoad = await whenReady(page)
  const { metrics } = await page.send<{ metrics: { name: string; value: number }[] }>(
    'Performance.getMetrics',
  )
  const loadBegun = metrics.find(({ name }) => name === 'NavigationStart')?.value
  if (loadBegun === undefined) throw new Error('The browser does not say when it began to load')
  const sinceClick = loadBegun * 1000 + sinceLoad - clicked
  if (sinceClick < sinceLoad) throw new Error('The clocks of Node and the browser differ')
  return { sinceClick, sinceLoad }
}

/**
 * Runs in the page. The caret is there when the form is on the screen, the window has the focus, and
 * in it *Name*. The browser gives the time of the first to 4 ms.
 */
async function whenCaret(): Promise<number> {
  const painted = await new Promise<number>(resolve => {
    new PerformanceObserver(seen => {
      const [paint] = seen.getEntriesByName('first-contentful-paint')
      if (paint) resolve(paint.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
  const isThere = () => document.hasFocus() && document.activeElement?.id === 'name'
  if (isThere()) return painted
  return new Promise(resolve => {
    addEventListener('focus', event => isThere() && resolve(event.timeStamp), true)
  })
}

/** @throws when a key that is pressed now does not stand in *Name* */
async function proveCaret(page: CdpSession): Promise<void> {
  const before = await callIn(page, textInName, null)
  await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'a', text: 'a', code: 'KeyA' })
  const after = await callIn(page, textInName, null)
  if (after !== `${before}a` && after !== `a${before}`) throw new Error('The key went elsewhere')
}

/** Runs in the page. */
const textInName = () => (document.getElementById('name') as HTMLInputElement).value

/** Has the worker answer, so that it runs, and goes on for half a minute. */
async function wakeWorker(page: CdpSession): Promise<void> {
  const expression = `chrome.runtime.sendMessage({ type: 'work' })`
  await page.send('Runtime.evaluate', { expression, awaitPromise: true })
}
