import { randomBytes } from 'node:crypto'
import { linkSync, rmSync, writeFileSync } from 'node:fs'
import { isErrno } from './errno.ts'

/**
 * Makes a file that only its owner can read, unless there is one: of several who try at once
 * exactly one succeeds, and nobody ever sees it half written. That is why it is written under
 * another name first, and then linked to its own.
 *
 * @returns whether it was made here
 * @throws when the folder can't be written
 */
export function createOnce(path: string, content: string): boolean {
  const draft = `${path}.${randomBytes(8).toString('hex')}`
  writeFileSync(draft, content, { flag: 'wx', mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft)
  }
}
