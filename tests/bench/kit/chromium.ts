import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { chromiumFlags, chromiumPath } from '../../harness/chromium.ts'
import { freshProfile, removeProfile } from '../../harness/profile.ts'

/**
 * Bundles code for a page as the extension is bundled, with no browser API behind `wxt/browser`.
 * @param entries file by name
 * @param alias more names that lead elsewhere
 * @returns the folder with a `NAME.js` for each
 */
export async function bundle(
  entries: Record<string, string>,
  alias: Record<string, string> = {},
): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'kundekort-bench-pages-'))
  await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: entries, output: { entryFileNames: '[name].js' } },
    },
  })
  return outDir
}

/** Runs a task in a Chromium with a profile that nobody used before, on a disk. */
export async function inChromium<T>(
  task: (context: BrowserContext) => Promise<T>,
  extension: string | null = null,
): Promise<T> {
  const profile = await freshProfile()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: chromiumFlags({ extension }),
  })
  try {
    return await task(context)
  } finally {
    await context.close()
    await removeProfile(profile)
  }
}

/** Calls what a page offers as `globalThis.bench`. @throws what the page threw */
export async function call<A, R>(page: Page, name: string, argument: A): Promise<R> {
  return (await page.evaluate(
    ([name, argument]) => {
      const { bench } = globalThis as never as { bench: Record<string, (a: unknown) => unknown> }
      const offered = bench[name as string]
      if (offered === undefined) throw new Error(`The page offers no ${name}`)
      return offered(argument)
    },
    [name, argument] as const,
  )) as R
}
