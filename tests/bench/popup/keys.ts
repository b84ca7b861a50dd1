import { setTimeout as sleep } from 'node:timers/promises'
import { callIn } from '../../harness/callIn.ts'
import type { CdpSession } from '../../harness/cdp.ts'

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz '.repeat(3)]

/** Between two keys, in milliseconds: faster than anybody types, and never in step with the screen. */
const pauseAfter = (place: number) => 40 + ((place * 7) % 17)

/**
 * Types into the field of a page in which the caret is, key by key.
 * @returns how long each took to the end of the frame that shows it, in milliseconds
 */
export async function typeInto(page: CdpSession): Promise<number[]> {
  await callIn(page, watchKeys, null)
  for (const [place, key] of LETTERS.entries()) {
    await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key })
    await sleep(pauseAfter(place))
  }
  const keys = await callIn(page, () => (globalThis as unknown as Watched).keys, null)
  if (keys.length !== LETTERS.length)
    throw new Error(`${keys.length} keys of ${LETTERS.length} came`)
  return keys
}

interface Watched {
  keys: number[]
}

/** Runs in the page. What is posted in a frame's callback arrives when that frame was drawn. */
function watchKeys(): void {
  const keys: number[] = []
  Object.assign(globalThis, { keys })
  const onKey = ({ timeStamp }: Event) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => keys.push(performance.now() - timeStamp)
      port2.postMessage(null)
    })
  }
  addEventListener('keydown', onKey, true)
}
