import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** Ends this child with us, should we end first. */
export function tie(child: ChildProcess): void {
  children.add(child)
  child.once('exit', () => children.delete(child))
}

/**
 * Waits until a child has said what matches, and goes on reading so that it never blocks.
 * @throws with all that it said, when it ends or can't start instead, or after the time-out
 */
export function waitForText(
  child: ChildProcess,
  streams: readonly Readable[],
  pattern: RegExp,
  timeout = 60_000,
): Promise<RegExpExecArray> {
  let said = ''
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${child.spawnfile}: ${why}\n${said}`))
    const timer = setTimeout(() => fail(`did not say ${pattern} in ${timeout} ms`), timeout)
    child.once('error', error => fail(error.message))
    child.once('exit', code => fail(`ended with ${code} before it said ${pattern}`))
    const read = (chunk: Buffer) => {
      if (said.length > 100_000) said = said.slice(-50_000)
      said += chunk
      const match = pattern.exec(said)
      if (!match) return
      clearTimeout(timer)
      resolve(match)
    }
    for (const stream of streams) stream.on('data', read)
  })
}

/** Sends a signal and waits for the end. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
