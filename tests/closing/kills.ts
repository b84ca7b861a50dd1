import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, startBrowser } from '../harness/browser.ts'
import { freshProfile, removeProfile } from '../harness/profile.ts'
import type { Try } from './figures.ts'
import { EMPTY, readForm } from './form.ts'
import { strokeOf, withStroke } from './strokes.ts'
import { findToolbar } from './toolbar.ts'
import { readyToType } from './typing.ts'

/** Time between a stroke and the end of the browser, in milliseconds. */
const GRACE = 50

/** Types into the popup, kills the browser, and starts it again with what is on the disk. */
export async function killOften(number: number, extension?: string): Promise<Try[]> {
  const profile = await freshProfile()
  const options = { profile, ...(extension && { extension }) }
  const tries: Try[] = []
  let browser = await startBrowser(options)
  try {
    let toolbar = await findToolbar(browser)
    let popup = await toolbar.openPopup()
    let kept = (await readForm(popup.page, EMPTY)).last
    while (tries.length < number) {
      const stroke = strokeOf(tries.length)
      const expected = withStroke(kept, stroke)
      const processes = await processesOf(browser)
      const { asleep, type } = await readyToType(toolbar, popup, stroke)
      const begun = performance.now()
      await type()
      await sleep(GRACE)
      const msToEnd = performance.now() - begun
      await killAll(browser, processes)

      browser = await startBrowser(options)
      toolbar = await findToolbar(browser)
      popup = await toolbar.openPopup()
      const shown = await readForm(popup.page, expected)
      tries.push({ stroke, asleep, msToEnd, expected, shown })
      kept = shown.last
    }
    return tries
  } finally {
    await browser.close()
    await removeProfile(profile)
  }
}

/** SIGKILL for all of the browser at once. */
export async function killAll(browser: Browser, processes: readonly number[]): Promise<void> {
  for (const id of processes) kill(id)
  await browser.kill()
}

/** The browser's own process, and those of its pages, its network and its storage. */
export async function processesOf({ cdp }: Browser): Promise<number[]> {
  const info = await cdp.send<{ processInfo: { id: number }[] }>('SystemInfo.getProcessInfo')
  return info.processInfo.map(({ id }) => id)
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch (error) {
    // ESRCH: it went with those before it.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
