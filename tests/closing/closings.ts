import type { Browser } from '../harness/browser.ts'
import { targetGone } from './events.ts'
import type { Try } from './figures.ts'
import { EMPTY, readForm } from './form.ts'
import { strokeOf, withStroke } from './strokes.ts'
import { findToolbar, type Popup, type Toolbar } from './toolbar.ts'
import { readyToType } from './typing.ts'

/** How a popup comes to its end, in the moment in which a stroke arrives. */
export const WAYS = ['taken away', 'closing itself', 'losing the focus'] as const
export type Way = (typeof WAYS)[number]

export interface Plan {
  readonly tries: number
  readonly wayOf: (number: number) => Way
  /** Whether these tries tell enough already. */
  readonly isEnough?: (tries: readonly Try[]) => boolean
}

/**
 * Types into the popup and closes it at once, again and again. All that was typed has to stand in
 * the next popup, in which the next try is made.
 */
export async function closeOften(browser: Browser, plan: Plan): Promise<Try[]> {
  const toolbar = await findToolbar(browser)
  const tries: Try[] = []
  let popup = await toolbar.openPopup()
  let kept = (await readForm(popup.page, EMPTY)).last
  // One that found the worker awake says nothing of a sleeping one, and is made again.
  while (tries.filter(({ asleep }) => asleep).length < plan.tries && !plan.isEnough?.(tries)) {
    const way = plan.wayOf(tries.length)
    const stroke = strokeOf(tries.length)
    const expected = withStroke(kept, stroke)
    const ready = await readyToType(toolbar, popup, stroke, way === 'closing itself')
    const gone = targetGone(browser.cdp, popup.targetId)
    const begun = performance.now()
    await ready.type()
    end(way, browser, toolbar, popup)
    const msToEnd = performance.now() - begun
    await gone

    popup = await toolbar.openPopup()
    const shown = await readForm(popup.page, expected)
    tries.push({ stroke, asleep: ready.asleep, msToEnd, expected, shown })
    kept = shown.last
  }
  return tries
}

function end(way: Way, { cdp }: Browser, toolbar: Toolbar, { targetId }: Popup): void {
  if (way === 'taken away') void cdp.send('Target.closeTarget', { targetId })
  if (way === 'losing the focus') void toolbar.showOtherTab()
}
