import { chromium, type Page } from '@playwright/test'
import type { Browser } from 'wxt/browser'
import { chromiumFlags, chromiumPath } from '../../harness/chromium.ts'
import { type Extension, startExtension } from '../../harness/extension.ts'
import { freshProfile, removeProfile } from '../../harness/profile.ts'
import { type Gate, openGate, type Passed } from '../gate/gate.ts'
import { useEverything } from './everything.ts'
import { everythingKept } from './kept.ts'
import { makeNeighbour } from './neighbour.ts'
import { SITES } from './sites.ts'
import { visitConnections } from './visit.ts'

/** What could be seen of a day among connections, from the outside. */
export interface Day {
  /** The pages of the social networks, as they were found. */
  readonly pages: readonly string[]
  readonly passed: readonly Passed[]
}

/** And what could be seen of the extension. */
export interface DayWithUs extends Day {
  /** All that it keeps, as text. */
  readonly kept: string
  /** The files of the extension that a page could read. */
  readonly readable: readonly string[]
  /** Hosts that it may read. */
  readonly origins: readonly string[]
  /** What another extension was answered. */
  readonly answered: readonly string[]
  /** Scopes that could still fetch by themselves. */
  readonly fetching: readonly string[]
}

declare const chrome: typeof Browser

/** An address that only the last look asks for, to see whether something but the door can. */
export const PROBE = 'https://probe.example.com'

/** A day without us, in a browser with another extension: how the pages and the requests look then. */
export async function dayWithoutUs(): Promise<Day> {
  const gate = await openGate(SITES)
  const neighbour = await makeNeighbour()
  const profile = await freshProfile()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: chromiumFlags({ extension: neighbour.folder, extra: gate.flags }),
    locale: 'en-US',
    viewport: null,
  })
  const pages = await visitConnections(await context.newPage())
  await context.close()
  await Promise.all([removeProfile(profile), neighbour.remove(), gate.close()])
  return { pages, passed: gate.passed }
}

/**
 * The same day with the extension, of which everything is used meanwhile.
 *
 * @param folder of a build
 */
export async function dayWithUs(folder: string): Promise<DayWithUs> {
  const gate = await openGate(SITES)
  const neighbour = await makeNeighbour()
  const both = `${folder},${neighbour.folder}`
  const extension = await startExtension({ extension: both, extra: gate.flags })
  try {
    const page = await extension.context.newPage()
    const pages = await visitConnections(page, step => useEverything(extension, step))
    return { pages, ...(await look(extension, gate, page, neighbour.page)) }
  } finally {
    await extension.close()
    await Promise.all([neighbour.remove(), gate.close()])
  }
}

async function look(extension: Extension, gate: Gate, social: Page, neighbour: string) {
  const readable = await social.evaluate(readableFiles, extension.id)
  const other = await extension.context.newPage()
  await other.goto(neighbour)
  const answered = await other.evaluate(askAsAStranger, extension.id)
  const own = await extension.open('options.html')
  const origins = await own.evaluate(async () => (await chrome.permissions.getAll()).origins ?? [])
  const kept = await everythingKept(own)
  const fetching = [
    ...(await own.evaluate(tryToFetch, `${PROBE}/page`)),
    ...(await extension.worker().evaluate(tryToFetch, `${PROBE}/worker`)),
  ]
  return { readable, answered, origins, kept, fetching, passed: [...gate.passed] }
}

/** Runs in a scope of ours. @returns the address, if it could be asked for */
async function tryToFetch(address: string): Promise<string[]> {
  try {
    await fetch(address, { mode: 'no-cors' })
    return [address]
  } catch {
    return [] // the door's sentence, or the page's policy
  }
}

/** Runs in a page of the web. */
async function readableFiles(id: string): Promise<string[]> {
  const files = ['icon/128.png', 'manifest.json', 'popup.html', 'background.js']
  const tries = files.map(file =>
    fetch(`chrome-extension://${id}/${file}`).then(
      () => [file],
      () => [],
    ),
  )
  return (await Promise.all(tries)).flat()
}

/** Runs in a page of another extension. */
async function askAsAStranger(id: string): Promise<string[]> {
  const messages = [
    { type: 'work' },
    { type: 'check', address: 'https://crm.example.com', token: '' },
    'hello',
  ]
  const answers = messages.map(message =>
    chrome.runtime.sendMessage(id, message).then(
      (answer: unknown) => [JSON.stringify(answer)],
      () => [],
    ),
  )
  const port = chrome.runtime.connect(id)
  const held = new Promise<string[]>(resolve => {
    port.onDisconnect.addListener(() => resolve([]))
    port.onMessage.addListener(message => resolve([JSON.stringify(message)]))
  })
  return [...(await Promise.all(answers)), await held].flat()
}
