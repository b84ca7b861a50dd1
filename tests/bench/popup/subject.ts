import { createHash } from 'node:crypto'
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT, runTool } from '../../commands/checks/tool.ts'
import { type Browser, startBrowser } from '../../harness/browser.ts'
import { freshProfile, removeProfile } from '../../harness/profile.ts'

/** The popup, and the same fields in a file without a script or a style sheet. */
export const PAGES = ['popup.html', 'bare.html'] as const
export type PageName = (typeof PAGES)[number]

/** A headless browser's own screen is so small that no popup gets the 600 px that it may have. */
const SCREEN = ['--screen-info={1600x1000}', '--window-size=1280,900']

export interface Subject {
  readonly browser: Browser
  /** The extension's. */
  readonly id: string
}

/**
 * Builds the extension for production and starts a browser with a copy of it, in which the bare form
 * lies beside the popup: both are opened by one button, in one process, with one worker.
 */
export async function withSubject<T>(measure: (subject: Subject) => Promise<T>): Promise<T> {
  const { exitCode, output } = await runTool(['node_modules/wxt/bin/wxt.mjs', 'build'])
  if (exitCode !== 0) throw new Error(output)
  const extension = await mkdtemp(join(tmpdir(), 'kundekort-bench-'))
  await cp(join(ROOT, '.output/chrome-mv3'), extension, { recursive: true })
  const bare = fileURLToPath(new URL('bare.html', import.meta.url))
  await copyFile(bare, join(extension, 'bare.html'))
  const id = await readId(extension)
  const profile = await profileWithButton(id)
  const browser = await startBrowser({
    extension,
    profile,
    extra: SCREEN,
  })
  try {
    return await measure({ browser, id })
  } finally {
    await browser.close()
    await removeProfile(profile)
    await rm(extension, { recursive: true })
  }
}

/**
 * A profile in which the extension's button is pinned to the toolbar. Where it isn't, the browser
 * first slides it in, for a quarter of a second.
 */
async function profileWithButton(id: string): Promise<string> {
  const profile = await freshProfile()
  const preferences = { extensions: { pinned_extensions: [id] } }
  await mkdir(join(profile, 'Default'))
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences))
  return profile
}

/** The id that Chromium makes of an extension's key: half of its hash, in the letters a to p. */
async function readId(extension: string): Promise<string> {
  const manifest = await readFile(join(extension, 'manifest.json'), 'utf8')
  const { key } = JSON.parse(manifest) as { key: string }
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex')
  return [...hash.slice(0, 32)]
    .map(digit => 'abcdefghijklmnop'[Number.parseInt(digit, 16)])
    .join('')
}
