import type { Toolbar } from '../../closing/toolbar.ts'
import { callIn } from '../../harness/callIn.ts'
import type { CdpSession } from '../../harness/cdp.ts'
import { percentile } from '../kit/percentile.ts'
import { against, type Row, round } from '../kit/row.ts'

const KEYS = 'abcdefghij'.repeat(20)
const LIMIT_MS = 16

/** From a key's event to the frame that shows it, with what the page does for it. */
export async function measureKeys(toolbar: Toolbar, leads: number): Promise<Row[]> {
  const { page } = await toolbar.openPopup('popup.html')
  await callIn(page, watchKeys, null)
  const times: number[] = []
  for (const key of KEYS) times.push(await press(page, key))
  const row = { case: `${leads} leads`, unit: 'ms' }
  return [50, 95].map(percent =>
    against(
      { ...row, metric: `keystroke to screen, p${percent}`, value: round(percentile(times, percent)) },
      LIMIT_MS,
    ),
  )
}
declare const __keys: Promise<number>[]
async function press(page: CdpSession, key: string): Promise<number> {
  await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key })
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
  return callIn(page, () => (globalThis as any).keys.at(-1), null)
}

function watchKeys(): void {
  const keys: Promise<number>[] = []
  Object.assign(globalThis, { keys })
  addEventListener('keydown', ({ timeStamp }) => {
    keys.push(new Promise(resolve => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now() - timeStamp)
      port2.postMessage(null)
    })))
  }, true)
}
