import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

export interface Ended {
  readonly exitCode: number
  readonly output: string
}

interface Options {
  readonly env?: Record<string, string>
  /** Show what it says at once, beside keeping it. */
  readonly aloud?: boolean
}

const running = new Set<number>()

/** Ends whatever `runTool` has started, with everything that those programs started. */
export function endTools(): void {
  for (const pid of running) {
    try {
      process.kill(-pid, 'SIGTERM')
    } catch (error) {
      // ESRCH: it went by itself just now, which is what we want.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

/**
 * Runs a script of the dependencies with the Node that runs us, in a process group of its own.
 * @param args path of the script from the checkout, then its arguments
 * @returns what it said on both outputs, and its exit code (1 if a signal ended it)
 */
export function runTool(args: readonly string[], options: Options = {}): Promise<Ended> {
  const env = { ...process.env, FORCE_COLOR: '0', ...options.env }
  const child = spawn(process.execPath, args, { cwd: ROOT, env, detached: true })
  const { pid } = child
  if (pid !== undefined) running.add(pid)
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk
    if (options.aloud) process.stdout.write(chunk)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => {
      if (pid !== undefined) running.delete(pid)
      resolve({ exitCode: code ?? 1, output })
    })
  })
}
