import { fileURLToPath } from 'node:url'
import { findChromium } from '../commands/setup/chromium.mjs'

const output = (folder: string) =>
  fileURLToPath(new URL(`../../.output/${folder}`, import.meta.url))

/** The production build that the tests drive. */
const EXTENSION = output('chrome-mv3')
/** The one in which every word of a catalog is accented and two fifths longer: `wxt build --mode pseudo`. */
export const PSEUDO = output('chrome-mv3-pseudo')

/**
 * The Chromium to drive.
 * @throws when there is none
 */
export function chromiumPath(): string {
  const path = findChromium()
  if (path === null) throw new Error('No Chromium was found: install one, or set CHROME_PATH.')
  return path
}

export interface Flags {
  /** Folder of the unpacked extension; `null` for a browser without it. */
  readonly extension?: string | null
  /** With a window; else without a display. */
  readonly headed?: boolean
  readonly language?: string
  readonly extra?: readonly string[]
}

/** The command line that makes Chromium quiet on the network, mostly with the extension installed. */
export function chromiumFlags(flags: Flags = {}): string[] {
  const { extension = EXTENSION, headed = false, language = 'en-US', extra = [] } = flags
  const asRoot = process.getuid?.() === 0
  return [
    ...(headed ? [] : ['--headless=new']),
    ...(asRoot ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    `--lang=${language}`,
    ...(extension === null
      ? []
      : [`--load-extension=${extension}`, `--disable-extensions-except=${extension}`]),
    ...extra,
  ]
}
