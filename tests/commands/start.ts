// `npm start [-- --once]`: from nothing to a person on a customer card.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Crm, startCrm } from '../harness/crm.ts'
import { type Extension, startExtension } from '../harness/extension.ts'
import { endTools, ROOT, runTool } from './checks/tool.ts'
import { portOrAny } from './start/port.ts'
import { agree, connect, promoteSample, readCard, readLeads } from './start/walk.ts'

const PICTURES = join(ROOT, '.output/demo')
const isOnce = process.argv.includes('--once')
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
const isHeaded = hasDisplay && !isOnce

const say = (line: string) => process.stdout.write(`${line}\n`)

async function build(): Promise<void> {
  say('Building the extension.')
  const { exitCode, output } = await runTool(['node_modules/wxt/bin/wxt.mjs', 'build'])
  if (exitCode !== 0) throw new Error(`The build failed:\n${output}`)
}

async function bringUpCrm(): Promise<Crm> {
  const data = process.env.CRM_DATA || join(ROOT, '.data/crm')
  const wanted = Number(process.env.PORT || 8787)
  const port = await portOrAny(wanted)
  if (port !== wanted) say(`Port ${wanted} is taken, so the CRM gets another one.`)
  const crm = await startCrm({ data, port })
  say(`The embedded CRM is at ${crm.address}, with its data in ${data}.`)
  return crm
}

/** The main job, once, where nobody can look: with pictures instead. */
async function demonstrate(extension: Extension, crm: Crm): Promise<void> {
  const sample = { note: `Asked for an offer. (npm start, ${new Date().toISOString()})` }
  await mkdir(PICTURES, { recursive: true })
  const save = (page: Page, name: string) => page.screenshot({ path: join(PICTURES, name) })

  const { popup, card } = await promoteSample(extension, sample)
  await save(popup, 'popup.png')
  await save(await readLeads(extension), 'options.png')
  await save(await readCard(extension, crm, card, sample), 'card.png')
  say('A sample person was written down, promoted, and is on a customer card:')
  say(card)
  say(`Pictures of the way are in ${PICTURES}.`)
}

/** The welcome page and the CRM's cards, for a person to go on from. */
async function handOver(extension: Extension, crm: Crm): Promise<void> {
  const cards = await extension.context.newPage()
  await cards.goto(await crm.signInLink('/'))
  say('Click the Kundekort icon, or press Alt+Shift+K, and write somebody down.')
  say(
    'This browser has a profile of its own that is thrown away at the end; the CRM keeps its data.',
  )
}

/** Until somebody ends us. Ctrl+C comes twice, from the terminal and from the npm script. */
const signal = new Promise<void>(resolve => {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => resolve())
})

/** What has to be taken down again, whatever happens. */
const standing: (() => Promise<void>)[] = []
let isDone = false

async function work(): Promise<void> {
  await build()
  const crm = await bringUpCrm()
  standing.unshift(() => crm.stop())
  const extension = await startExtension({ headed: isHeaded, keepsSignals: false })
  standing.unshift(() => extension.close())
  const closed = new Promise<void>(resolve => extension.context.once('close', () => resolve()))
  await agree(extension)
  await connect(extension, crm)
  if (isHeaded) await handOver(extension, crm)
  else await demonstrate(extension, crm)
  isDone = true
  if (isHeaded) await closed
  else if (!isOnce) {
    await extension.close()
    say(`The CRM goes on; this link signs in once: ${await crm.signInLink('/')}`)
    await signal
  }
}

async function takeDown(): Promise<void> {
  endTools()
  for (const end of standing) await end()
}

try {
  await Promise.race([work(), signal])
} catch (error) {
  say(`It did not work: ${error instanceof Error ? error.message : String(error)}`)
}
await takeDown()
process.exit(isDone ? 0 : 1)
