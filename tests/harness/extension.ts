import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test'
import { chromiumFlags, chromiumPath, type Flags } from './chromium.ts'
import { freshProfile, removeProfile } from './profile.ts'
import { collectTrouble, hearUncaught, type Trouble } from './trouble.ts'

// Chromium announces a popup as a target of type "other" and only then makes a page of it.
// Playwright looks at the announcement; with this it takes the popup for the page that it is.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1'

/** A browser with the built extension in it. */
export interface Extension {
  readonly context: BrowserContext
  readonly id: string
  readonly profile: string
  readonly trouble: Trouble
  worker(): Worker
  /** Opens one of the extension's pages in a tab: `options.html#crm`. */
  open(path: string): Promise<Page>
  close(): Promise<void>
}

interface Options extends Flags {
  /** A profile to go on with; it is then not removed at the end. */
  readonly profile?: string
  readonly env?: Record<string, string>
  /** Whether Ctrl+C closes the browser by itself; else the caller sees to it. */
  readonly keepsSignals?: boolean
}

/** Starts a browser with the extension installed, and waits for its worker. */
export async function startExtension(options: Options = {}): Promise<Extension> {
  const { headed = false, language = 'en-US', keepsSignals = true } = options
  const profile = options.profile ?? (await freshProfile())
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: !headed,
    chromiumSandbox: process.getuid?.() !== 0,
    args: chromiumFlags({
      ...options,
      extra: ['--window-size=1280,900', ...(options.extra ?? [])],
    }),
    env: { ...process.env, ...options.env, LANGUAGE: language } as Record<string, string>,
    locale: language,
    handleSIGINT: keepsSignals,
    handleSIGTERM: keepsSignals,
    handleSIGHUP: keepsSignals,
    viewport: null, // a popup has the size of what is in it; an emulated one would hide that
  })
  const trouble = await collectTrouble(context)
  const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  await hearUncaught(first)
  const id = new URL(first.url()).host

  return {
    context,
    id,
    profile,
    trouble,
    worker: () => context.serviceWorkers().at(-1) ?? first,
    async open(path) {
      const page = await context.newPage()
      await page.goto(`chrome-extension://${id}/${path}`)
      return page
    },
    async close() {
      await context.close()
      if (!options.profile) await removeProfile(profile)
    },
  }
}
