import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { end, tie, waitForText } from '../../harness/child.ts'
import { bundle, call, inChromium } from '../kit/chromium.ts'

const HERE = import.meta.dirname
const PAGES = ['ours', 'plain', 'floor', 'pouch', 'workbox'] as const

/** One way of sending, as it is measured. */
export interface Candidate {
  readonly name: string
  readonly page: (typeof PAGES)[number]
  /** The most leads in a request; 0 for as many as it likes. */
  readonly batch: number
  /** How many leads it is given, by the latency that the server adds. */
  readonly leads: (latency: number) => number
}

/** The server, and the pages that it serves. */
export interface Bed {
  readonly address: string
  begin(latency: number): Promise<void>
  /** How many leads came since then, and how often the one came that came most often. */
  came(): Promise<{ leads: number; most: number }>
  end(): Promise<void>
}

export async function makeBed(): Promise<Bed> {
  const entries = PAGES.map(name => [name, join(HERE, 'pages', `${name}.ts`)])
  const alias = {
    'wxt/browser': join(HERE, 'pages/noBrowser.ts'),
    events: join(HERE, 'pages/events.ts'),
  }
  const folder = await bundle(Object.fromEntries(entries), alias)
  const child = spawn(process.execPath, [join(HERE, 'server.ts'), folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  tie(child)
  const said = await waitForText(child, [child.stdout, child.stderr], /listening at (\S+)/)
  const address = said[1] ?? ''
  const control = async (path: string, body: object) => {
    const init = { method: 'POST', body: JSON.stringify(body) }
    return (await fetch(`${address}/control/${path}`, init)).json()
  }
  return {
    address,
    begin: async latency => void (await control('begin', { latency })),
    came: () => control('came', {}),
    async end() {
      await end(child)
      await rm(folder, { recursive: true })
    },
  }
}

/**
 * One run, in a browser of its own: leads are put down in one page and sent from the next.
 * @returns leads a second
 * @throws where the server has not every lead once, or the client has not all of them down as sent
 */
export async function measure(
  bed: Bed,
  { page, ...it }: Candidate,
  latency: number,
  leads: number,
) {
  await bed.begin(latency)
  return inChromium(async context => {
    const tab = context.pages()[0] ?? (await context.newPage())
    const load = () => tab.goto(`${bed.address}/page/${page}`)
    await load()
    await call(tab, 'seed', leads)
    await load()
    const ms = await call<object, number>(tab, 'send', { batch: it.batch })
    const { sent, left } = await call<null, { sent: number; left: number }>(tab, 'recorded', null)
    const came = await bed.came()
    const isRight = came.leads === leads && came.most === 1 && sent === leads && left === 0
    if (!isRight) throw new Error(`${it.name}: ${JSON.stringify({ leads, came, sent, left })}`)
    return (leads * 1000) / ms
  })
}
