import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import * as z from 'zod/mini'
import { isErrno } from './errno.ts'

/**
 * A process as it can be told from a later one with the same number: by where it runs (this boot of
 * this machine, this container) and by when it was started.
 */
export const processSchema = z.strictObject({
  pid: z.int().check(z.gte(1)),
  place: z.string(),
  /** In ticks since the machine was started; null where the system doesn't tell (not Linux). */
  started: z.nullable(z.string()),
})

export type RunningProcess = z.infer<typeof processSchema>

export function thisProcess(): RunningProcess {
  return { pid: process.pid, place: placeHere(), started: readStart(process.pid)?.started ?? null }
}

/**
 * Whether a process runs: null where that can't be seen from here, because it belongs to another
 * container or machine.
 */
export function isRunning(other: RunningProcess): boolean | null {
  if (other.place !== placeHere()) return null
  if (!answersToSignals(other.pid)) return false
  const now = readStart(other.pid)
  if (now === null) return true
  return !now.isOver && (other.started === null || other.started === now.started)
}

function placeHere(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    // Not Linux: then the machine's name has to do.
    return hostname()
  }
}

function answersToSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, and somebody else's.
    return isErrno(error, 'EPERM')
  }
}

/** From /proc/PID/stat: the state is the third field and the start the 22nd. */
function readStart(pid: number): { started: string; isOver: boolean } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets, which may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state = '', started = ''] = [fields[0], fields[19]]
    // A zombie is dead; only its parent hasn't looked yet.
    return { started, isOver: state === 'Z' || state === 'X' }
  } catch {
    // Not Linux, or gone since it was asked for: the caller goes by the signal then.
    return null
  }
}
