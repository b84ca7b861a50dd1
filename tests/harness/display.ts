import { execFile, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { onPath } from '../commands/setup/chromium.mjs'
import { end, tie, waitForText } from './child.ts'

const run = promisify(execFile)

/** A screen that nobody sees, for what a headless browser can't do: real dialogs and shortcuts. */
export interface Display {
  /** For a browser's environment: `{ DISPLAY: ':99' }`. */
  readonly env: { readonly DISPLAY: string }
  /** Presses keys one after another: `press('Tab', 'Return')`, `press('alt+shift+k')`. */
  press(...keys: string[]): Promise<void>
  stop(): Promise<void>
}

/** Why there can be no display here, or null if there can: the reason to skip a test with. */
export function noDisplay(): string | null {
  const missing = [
    ['Xvfb', 'xvfb'],
    ['xdotool', 'xdotool'],
  ]
    .filter(([program = '']) => onPath(program) === null)
    .map(([, name]) => name)
  if (missing.length === 0) return null
  return `${missing.join(' and ')} not installed (SETUP=all npm test installs them)`
}

/**
 * Starts Xvfb on a display number that it finds free by itself.
 * @throws when it is not installed or does not start
 */
export async function startDisplay(): Promise<Display> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  tie(child)
  const number = child.stdio[3] as Readable
  const [, display] = await waitForText(child, [number], /(\d+)\n/)
  const env = { DISPLAY: `:${display}` }
  return {
    env,
    async press(...keys) {
      await run('xdotool', ['key', ...keys], { env: { ...process.env, ...env } })
    },
    stop: () => end(child),
  }
}
