import type { CDPSession } from '@playwright/test'
import { call, inChromium } from '../kit/chromium.ts'
import { against, type Row, round } from '../kit/row.ts'
import type { Bed } from './measure.ts'

const LEADS = Number(process.env.BENCH_LEADS ?? 10_000) * 10
const FIRST = LEADS / 100
/** Between two looks, in milliseconds: a collection stops the page. */
const PAUSE = 200
const MEGABYTE = 1024 * 1024

interface Look {
  readonly leads: number
  readonly megabytes: number
}

/**
 * What the sending page has on its heap after garbage collection, from the first thousand leads to
 * the last: a queue that is a hundred times as long must not take more.
 */
export async function measureMemory(bed: Bed, say: (line: string) => void): Promise<Row[]> {
  await bed.begin(0)
  const looks = await inChromium(async context => {
    const tab = context.pages()[0] ?? (await context.newPage())
    const load = () => tab.goto(`${bed.address}/page/ours`)
    await load()
    await call(tab, 'seed', LEADS)
    await load()
    const cdp = await context.newCDPSession(tab)
    let isOver = false
    const sending = call(tab, 'send', { batch: 0 }).finally(() => {
      isOver = true
    })
    const looks: Look[] = []
    while (!isOver) {
      const megabytes = await heapOf(cdp)
      looks.push({ leads: (await bed.came()).leads, megabytes })
      await tab.waitForTimeout(PAUSE)
    }
    await sending
    return looks
  })
  const step = Math.ceil(looks.length / 10)
  for (const [n, { leads, megabytes }] of looks.entries()) {
    if (n % step === 0) say(`${leads} leads sent: ${round(megabytes)} MB`)
  }
  return rowsOf(looks)
}

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize, ...more } = await cdp.send('Runtime.getHeapUsage')
  const { backingStorageSize = 0 } = more as { backingStorageSize?: number }
  return (usedSize + backingStorageSize) / MEGABYTE
}

function rowsOf(looks: readonly Look[]): Row[] {
  const most = (some: readonly Look[]) => Math.max(...some.map(({ megabytes }) => megabytes))
  const inBetween = (from: number, to: number) =>
    most(looks.filter(({ leads }) => leads >= from && leads <= to))
  const early = inBetween(FIRST, LEADS / 5)
  const row = { case: `sending ${LEADS} leads`, unit: 'MB' }
  return [
    { ...row, metric: `most on the heap, ${FIRST} to ${LEADS / 5}`, value: round(early) },
    against(
      {
        ...row,
        metric: 'most on the heap, the last fifth',
        value: round(inBetween(LEADS * 0.8, LEADS)),
      },
      early,
    ),
  ]
}
