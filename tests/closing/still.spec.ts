// The popup is as large as at first when the rest of it has come, and nothing in it moves.
import { expect, test } from '@playwright/test'
import { startBrowser } from '../harness/browser.ts'
import { callIn } from '../harness/callIn.ts'
import type { CdpSession } from '../harness/cdp.ts'
import { EMPTY, readForm } from './form.ts'
import { findToolbar } from './toolbar.ts'

/** A headless browser's own screen is lower than a popup may be. */
const SCREEN = ['--screen-info={1600x1000}', '--window-size=1280,900']

/** Longer than there is room for, each of them. */
const PEOPLE = ['One', 'Two', 'Three', 'Four'].map(
  word => `Sample Person ${word} of the Department of Examples`,
)

type LayoutShift = PerformanceEntry & { sources: { node: Node | null }[] }

/** Runs in the popup. Writes somebody down, and begins with the next. */
async function writeDown(name: string): Promise<void> {
  const input = document.getElementById('name') as HTMLInputElement
  input.value = name
  input.dispatchEvent(new Event('input', { bubbles: true }))
  const next = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'New person',
  )
  if (next === undefined) throw new Error('There is no button for a new person')
  next.click()
  while (input.value !== '') await new Promise(requestAnimationFrame)
}

/**
 * Runs in the popup. Ends once the last drafts are at hand, and the way to the panel: what comes last.
 * Among themselves, in the line that is theirs, they may move: the newest may come last.
 */
async function measure() {
  const moved: string[] = []
  const note = (entries: PerformanceEntryList) => {
    for (const entry of entries) {
      for (const { node } of (entry as LayoutShift).sources) {
        const element = node instanceof Element ? node : node?.parentElement
        if (!element?.closest('.strip')) moved.push(element?.className || 'something that is gone')
      }
    }
  }
  const observer = new PerformanceObserver(seen => note(seen.getEntries()))
  observer.observe({ type: 'layout-shift', buffered: true })
  const isWhole = () =>
    document.querySelectorAll('.strip > button').length === 3 && document.querySelector('.to-panel')
  while (!isWhole()) await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  await new Promise(resolve => setTimeout(resolve))
  note(observer.takeRecords())
  return { size: [innerWidth, innerHeight], moved }
}

const sizeOf = (page: CdpSession) => callIn(page, () => [innerWidth, innerHeight], null)

test('the popup has its size from the start, and nothing moves when the rest of it comes', async () => {
  const browser = await startBrowser({ extra: SCREEN })
  try {
    const toolbar = await findToolbar(browser)
    const first = await toolbar.openPopup()
    await readForm(first.page, EMPTY)
    const size = await sizeOf(first.page)
    expect(size[0]).toBe(440)
    for (const name of PEOPLE) await callIn(first.page, writeDown, name)
    await toolbar.showOtherTab()
    const second = await toolbar.openPopup()
    expect(await callIn(second.page, measure, null)).toEqual({ size, moved: [] })
  } finally {
    await browser.close()
  }
})
