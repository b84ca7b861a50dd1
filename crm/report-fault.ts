import { sqlState } from './store/retry.ts'
import type { World } from './world.ts'

/**
 * Writes a fault of ours to the log: its name, its code and where it happened. Never its message,
 * which in a database's errors quotes the values.
 */
export function reportFault({ log }: Pick<World, 'log'>, error: unknown): void {
  if (log === undefined) return
  const known = error instanceof Error ? error : new Error()
  const frames = known.stack?.split('\n').filter(line => /^\s+at /.test(line)) ?? []
  log([`fault: ${known.name} ${sqlState(known)}`.trim(), ...frames.slice(0, 10)].join('\n'))
}
