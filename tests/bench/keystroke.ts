import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, runTool } from '../commands/checks/tool.ts'
import { bundle, call, inChromium } from './kit/chromium.ts'
import { percentile } from './kit/percentile.ts'
import { against, type Row, round } from './kit/row.ts'

/** The journal in a page of the extension, against a bare write to IndexedDB beside it. */

const KEYS = 500
const WARM_UP = 50

type Times = Record<'keep' | 'put', number[]>

export async function run(say: (line: string) => void): Promise<Row[]> {
  const extension = await extensionWithPage(say)
  const times = await inChromium(async context => {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    const page = await context.newPage()
    // What the installation opened listens too, and nobody types beside it.
    for (const other of context.pages()) if (other !== page) await other.close()
    await page.goto(new URL('/keystroke.html', worker.url()).href)
    await page.bringToFront()
    await call(page, 'measure', WARM_UP)
    return call<number, Times>(page, 'measure', KEYS)
  }, extension)
  await rm(extension, { recursive: true })
  return [50, 95].map(percent => {
    const row = { case: 'a keystroke until it is safe', metric: `p${percent}, against a bare put` }
    const value = round(percentile(times.keep, percent))
    return against({ ...row, value, unit: 'ms' }, percentile(times.put, percent))
  })
}

/** A copy of the production build with one more page in it. */
async function extensionWithPage(say: (line: string) => void): Promise<string> {
  say('The extension is built')
  const { exitCode, output } = await runTool(['node_modules/wxt/bin/wxt.mjs', 'build'])
  if (exitCode !== 0) throw new Error(`The build failed:\n${output}`)
  const folder = await mkdtemp(join(tmpdir(), 'kundekort-bench-extension-'))
  await cp(join(ROOT, '.output/chrome-mv3'), folder, { recursive: true })
  // The polyfill by itself: WXT puts it there only in its own builds.
  const alias = { 'wxt/browser': join(import.meta.dirname, 'keystroke/browser.ts') }
  const script = await bundle({ keystroke: join(import.meta.dirname, 'keystroke/page.ts') }, alias)
  await cp(script, folder, { recursive: true })
  await rm(script, { recursive: true })
  const html = '<!doctype html><script type="module" src="/keystroke.js"></script>'
  await writeFile(join(folder, 'keystroke.html'), html)
  return folder
}
