import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bundle, call, inChromium } from './kit/chromium.ts'
import { against, type Row, round } from './kit/row.ts'
import { serve } from './kit/serve.ts'

/** One step of planning while 100,000 leads wait, in a real browser. */

const WAITING = 100_000
const TIMES = 100
const LIMIT_MS = 10

type Times = Record<'step' | 'pure', { p50: number; p95: number }>

export async function run(say: (line: string) => void): Promise<Row[]> {
  const folder = await bundle({ plan: join(import.meta.dirname, 'plan/page.ts') })
  const server = await serve(folder)
  const times = await inChromium(async context => {
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(`${server.address}/plan`)
    say(`${WAITING} leads are put down`)
    await call(page, 'seed', WAITING)
    await page.goto(`${server.address}/plan`)
    return call<number, Times>(page, 'measure', TIMES)
  })
  await server.close()
  await rm(folder, { recursive: true })
  const row = { case: `${WAITING} leads wait`, unit: 'ms' }
  const step = 'a step in its transaction, up to the plan'
  return [
    against({ ...row, metric: `${step}, p50`, value: round(times.step.p50) }, LIMIT_MS),
    against({ ...row, metric: `${step}, p95`, value: round(times.step.p95) }, LIMIT_MS),
    against({ ...row, metric: 'plan() alone, p50', value: round(times.pure.p50) }, LIMIT_MS),
  ]
}
