import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { findFirefox } from '../../commands/setup/firefox.mjs'
import { end, tie, waitForText } from '../child.ts'
import { freshProfile, removeProfile } from '../profile.ts'
import { connectBidi } from './bidi.ts'
import { type Tab, tabOf } from './tab.ts'
import { listenForTrouble, troubleSoFar } from './window.ts'

/** The production build that the tests drive. */
const EXTENSION = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url))

/** As the manifest has it. */
export const ID = 'kundekort@example.org'

/** Firefox gives each installation a number of its own; ours is known before. */
const UUID = '11111111-2222-4333-8444-555555555555'
const ORIGIN = `moz-extension://${UUID}`

/** A Firefox with the built extension in it. */
export interface Firefox {
  /** Opens a page in a tab: `options.html#crm` of the extension, or any address. */
  open(path: string): Promise<Tab>
  /** The tab at this address, once it is there. */
  tab(path: string): Promise<Tab>
  /** Calls a function of ours in the browser's own window, where nothing is forbidden. */
  inWindow<A, T>(call: (argument: A) => T | Promise<T>, argument: A): Promise<T>
  /** Errors, warnings and what the security policy refused, in its pages and its background. */
  trouble(): Promise<string[]>
  close(): Promise<void>
}

type Preference = string | number | boolean

/** Why there can be no Firefox here, or null if there can: the reason to skip a test with. */
export const noFirefox = (): string | null =>
  findFirefox() === null
    ? 'Firefox not installed (SETUP=all npm test installs it, FIREFOX_PATH names another)'
    : null

/**
 * Starts Firefox without a display, and installs the extension for as long as it runs.
 * @throws with what it said, when it does not start
 */
export async function startFirefox(
  preferences: Readonly<Record<string, Preference>> = {},
): Promise<Firefox> {
  const path = findFirefox()
  if (path === null) throw new Error('No Firefox was found: install one, or set FIREFOX_PATH.')
  const profile = await freshProfile()
  await writeFile(join(profile, 'user.js'), linesOf({ ...PREFERENCES, ...preferences }))
  const args = ['--headless', '--no-remote', '--profile', profile, ...REMOTE]
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  tie(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said += chunk
    })
  const listening = /WebDriver BiDi listening on (ws:\S+)/
  const [, url = ''] = await waitForText(child, [child.stdout, child.stderr], listening)
  const bidi = await connectBidi(url)

  type Tree = { contexts: { context: string; url: string }[] }
  const tree = async (of: object) => (await bidi.send<Tree>('browsingContext.getTree', of)).contexts
  const [window] = await tree({ 'moz:scope': 'chrome' })
  const inWindow: Firefox['inWindow'] = (call, argument) =>
    bidi.callIn(window?.context ?? '', call, argument)
  await inWindow(listenForTrouble, ORIGIN)
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path: EXTENSION } })

  const addressOf = (path: string) => new URL(path, `${ORIGIN}/`).href
  return {
    inWindow,
    async open(path) {
      const { context } = await bidi.send<{ context: string }>('browsingContext.create', {
        type: 'tab',
      })
      const tab = tabOf(bidi, context)
      await tab.goTo(addressOf(path))
      return tab
    },
    async tab(path) {
      const find = async () => (await tree({})).find(({ url }) => url === addressOf(path))
      await expect.poll(find, { message: `a tab with ${path}` }).toBeDefined()
      return tabOf(bidi, (await find())?.context ?? '')
    },
    trouble: async () => [...(await inWindow(troubleSoFar, undefined)), ...complaints(said)],
    async close() {
      bidi.close()
      await end(child)
      await removeProfile(profile)
    },
  }
}

/** With these the browser can be driven, its own window too, by whoever it told its address. */
const REMOTE = ['--remote-debugging-port', '0', '--remote-allow-system-access']

const PREFERENCES = {
  'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
  // What pages and the background write to their consoles is told nowhere else.
  'devtools.console.stdout.content': true,
  'intl.accept_languages': 'en-US, en',
}

/** Without what the browser says of itself: that begins with the name of its part, and a new line. */
const complaints = (said: string) =>
  said.match(/^console\.(?:error|warn|assert): (?!\S+: *$).+/gm) ?? []

const linesOf = (preferences: Record<string, Preference>) =>
  Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('')
