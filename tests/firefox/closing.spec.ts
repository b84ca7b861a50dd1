// Whatever was typed is there again, in whichever moment Firefox's popup comes to its end.
import { type Firefox, ID } from '../harness/firefox/firefox.ts'
import type { Tab } from '../harness/firefox/tab.ts'
import { openPopup } from '../harness/firefox/views.ts'
import { endBackground } from '../harness/firefox/window.ts'
import { ENDED_WRITING, expect, test } from './story.ts'

const CLOSINGS = Number(process.env.CLOSINGS ?? 120) / 6

test.use({ allowedTrouble: ENDED_WRITING })

/** How the popup comes to its end: within the event of the last letter, or by the key after it. */
for (const way of ['closing itself', 'closed by Escape'] as const) {
  test(`a popup ${way} in the middle of a word loses nothing`, async ({ fox }) => {
    test.setTimeout(60_000 + CLOSINGS * 5000)
    const list = await fox.open('options.html#crm')
    let typed = ''
    for (let closing = 0; closing < CLOSINGS; closing += 1) {
      const letters = 'sample'.slice(0, 1 + (closing % 6))
      const seen = await typeAndClose(fox, list, typed, letters, way === 'closing itself')
      expect(seen.length).toBeGreaterThan(typed.length)
      typed = seen
    }
    const popup = await openPopup(fox, list)
    await expect.poll(() => popup.value('name')).toBe(typed)
  })
}

/**
 * Types in a popup that ends at once, while the background sleeps.
 * @param kept what has to stand in *Name* when it opens
 * @returns what stood there at the last letter that reached it
 */
async function typeAndClose(
  fox: Firefox,
  from: Tab,
  kept: string,
  letters: string,
  closesItself: boolean,
): Promise<string> {
  const popup = await openPopup(fox, from)
  await expect.poll(() => popup.value('name')).toBe(kept)
  await expect.poll(() => popup.caret()).toBe('name')
  await from.evaluate(watch, closesItself ? letters.length : 0)
  await fox.inWindow(endBackground, ID)
  await popup.press('End', ...letters, ...(closesItself ? [] : ['Escape']))
  await expect.poll(() => popup.isOpen()).toBe(false)
  return from.evaluate(() => (window as unknown as { seen: string }).seen)
}

/**
 * To be run in another page: notes what stands in *Name* whenever the popup has taken a letter, for
 * one that is pressed while it closes may never get there.
 * @param last the letter at which it closes, 0 for none
 */
function watch(last: number): void {
  const { browser } = globalThis as unknown as {
    browser: { extension: { getViews(of: { type: string }): Window[] } }
  }
  const [popup] = browser.extension.getViews({ type: 'popup' })
  let strokes = 0
  popup?.addEventListener('input', ({ target }) => {
    strokes += 1
    Object.assign(window, { seen: (target as HTMLInputElement).value })
    if (strokes === last) popup.close()
  })
}
