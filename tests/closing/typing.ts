import type { CdpSession } from '../harness/cdp.ts'
import { listenFor, type Stroke } from './form.ts'
import type { Popup, Toolbar } from './toolbar.ts'

/** A popup is about to get a stroke. */
export interface Ready {
  /** Whether the worker sleeps, a moment before. */
  readonly asleep: boolean
  /** Types; ends in the moment in which the input event is dispatched. */
  type(): Promise<void>
}

/** @param closes whether the popup closes itself when it gets the stroke */
export async function readyToType(
  toolbar: Toolbar,
  { page }: Popup,
  stroke: Stroke,
  closes = false,
): Promise<Ready> {
  const heard = await listenFor(page, stroke, closes)
  await toolbar.putWorkerToSleep()
  return { asleep: await toolbar.isWorkerAsleep(), type: () => typeStroke(page, stroke, heard) }
}

/** Types into a form that listens, whatever the worker does meanwhile. */
export async function typeStroke(
  page: CdpSession,
  stroke: Stroke,
  heard: () => Promise<unknown>,
): Promise<void> {
  const event = heard()
  for (const [method, params] of commandsOf(stroke)) {
    // The answer may not come any more once the popup is gone; the event tells what we need.
    page.send(method, params).catch(() => undefined)
  }
  await event
}

function commandsOf({ how, text }: Stroke): [method: string, params: object][] {
  if (how === 'insert') return [['Input.insertText', { text }]]
  return [...text].map(letter => [
    'Input.dispatchKeyEvent',
    { type: 'keyDown', key: letter, text: letter, code: `Key${letter.toUpperCase()}` },
  ])
}
