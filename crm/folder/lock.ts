import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'
import { createOnce } from './create-once.ts'
import { isErrno } from './errno.ts'
import { isRunning, processSchema, thisProcess } from './running-process.ts'

const NAME = /^lock\.(\d+)$/
const FREED = 'freed'
const HEARTBEAT_MS = 5_000
/** How long a process that can't be seen from here counts as alive after its last heartbeat. */
const PATIENCE_MS = 4 * HEARTBEAT_MS

/**
 * Makes sure that one process alone works in a folder: two of them would lose rows without a word.
 *
 * The lock is the file `lock.N` with the highest N. A lock whose holder is dead is never removed by
 * the next one, only topped by N + 1, which exactly one process can create; so nobody can remove a
 * lock that was taken a moment ago. Freed locks stay for the same reason, until they are topped.
 *
 * @returns what frees the folder
 * @throws StartError while another process is in it
 */
export function lockFolder(folder: string): () => void {
  for (;;) {
    const top = highestLock(folder)
    if (top > 0) refuseIfHeld(folder, top)
    const mine = top + 1
    if (!createOnce(lockPath(folder, mine), JSON.stringify(thisProcess()))) continue
    // Somebody may have taken and freed the folder since we looked: then ours is a lower one.
    if (highestLock(folder) !== mine) {
      rmSync(lockPath(folder, mine))
      continue
    }
    for (const old of locks(folder)) if (old < mine) rmSync(lockPath(folder, old), { force: true })
    return hold(lockPath(folder, mine))
  }
}

function hold(path: string): () => void {
  const heart = setInterval(() => beat(path), HEARTBEAT_MS)
  heart.unref()
  return () => {
    clearInterval(heart)
    createOnce(`${path}.${FREED}`, FREED)
    renameSync(`${path}.${FREED}`, path)
  }
}

function beat(path: string): void {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // Somebody took the folder away under a running database, which says so itself, and louder.
  }
}

function refuseIfHeld(folder: string, number: number): void {
  const path = lockPath(folder, number)
  const lock = readLock(path)
  if (lock === null || lock.content === FREED) return
  const holder = parseHolder(lock.content)
  const runs = holder === null ? null : isRunning(holder)
  const isHeld = runs ?? Date.now() - lock.beatenAt < PATIENCE_MS
  if (!isHeld) return
  const who = holder === null ? 'Another process' : `Another Kundekort CRM (process ${holder.pid})`
  throw new StartError(
    `${who} is using the folder ${folder}: end it first, or set CRM_DATA to another folder.`,
  )
}

function readLock(path: string): { content: string; beatenAt: number } | null {
  try {
    return { content: readFileSync(path, 'utf8'), beatenAt: statSync(path).mtimeMs }
  } catch (error) {
    // Topped and removed since it was listed.
    if (isErrno(error, 'ENOENT')) return null
    throw error
  }
}

/** Null for what isn't a lock of ours; then only its age can say whether somebody is there. */
function parseHolder(content: string) {
  try {
    return processSchema.parse(JSON.parse(content))
  } catch {
    return null
  }
}

function locks(folder: string): number[] {
  return readdirSync(folder)
    .flatMap(name => NAME.exec(name)?.[1] ?? [])
    .map(Number)
}

function highestLock(folder: string): number {
  return Math.max(0, ...locks(folder))
}

function lockPath(folder: string, number: number): string {
  return join(folder, `lock.${number}`)
}
