import { setTimeout as sleep } from 'node:timers/promises'
import { callIn } from '../../harness/callIn.ts'
import type { CdpSession } from '../../harness/cdp.ts'

/** What is typed where, over and over: beginnings of people and companies that are all in the rows. */
const TEXTS = { name: 'Sample Person 1', company: 'Company 4000 AS' }

export type TypedField = keyof typeof TEXTS

/**
 * How keys follow on each other, in milliseconds, never in step with the screen: faster than anybody
 * types, so that no pause lets the popup look anything up; or so slowly that it does after nearly each
 * letter, and some come while it is at it.
 */
const PACES = {
  breath: { rounds: 4, pauseAfter: (place: number) => 40 + ((place * 7) % 17) },
  letters: { rounds: 2, pauseAfter: (place: number) => 120 + ((place * 67) % 160) },
}

export type Pace = keyof typeof PACES

/**
 * Types into a field of a page, key by key, each round over what stands there.
 * @returns how long each key took to the end of the frame that shows it, in milliseconds
 */
export async function typeInto(page: CdpSession, field: TypedField, pace: Pace): Promise<number[]> {
  const { rounds, pauseAfter } = PACES[pace]
  await callIn(page, watchKeys, null)
  for (let round = 0; round < rounds; round += 1) {
    await callIn(page, selectField, field)
    for (const [place, key] of [...TEXTS[field]].entries()) {
      await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key })
      await sleep(pauseAfter(place))
    }
  }
  const typed = await callIn(page, textIn, field)
  if (typed !== TEXTS[field]) throw new Error(`${typed} stands in ${field}`)
  const { keys } = await callIn(
    page,
    () => ({ keys: (globalThis as unknown as Watched).keys }),
    null,
  )
  const expected = rounds * TEXTS[field].length
  if (keys.length !== expected) throw new Error(`${keys.length} keys of ${expected} came`)
  return keys
}

/** Runs in the page. */
function selectField(field: string): void {
  const input = document.querySelector<HTMLInputElement>(`[name="${field}"]`)
  input?.focus()
  input?.select()
}

/** Runs in the page. */
const textIn = (field: string) =>
  document.querySelector<HTMLInputElement>(`[name="${field}"]`)?.value

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
