import { execFile } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A file system of its own, small enough to be filled to the last byte. */
export interface SmallDisk {
  readonly folder: string
  /** Takes all the room that is left. */
  fill(): void
  /** Gives it back. */
  free(): void
  remove(): Promise<void>
}

/**
 * Makes one in memory. Chromium reports a quota of its own whatever the disk, and the protocol's
 * `Storage.overrideQuotaForOrigin` leaves extensions alone (tried), so this is how a full disk is had.
 *
 * @returns why there can be none, where that takes Linux and its administrator
 */
export async function makeSmallDisk(): Promise<SmallDisk | string> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return 'A full disk takes Linux and root.'
  }
  const folder = await mkdtemp(join(tmpdir(), 'kundekort-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder])
  } catch (error) {
    await rm(folder, { recursive: true })
    return `No file system could be mounted here: ${error}`
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill() {
      const file = openSync(filler, 'a')
      for (const size of [1024 * 1024, 4096, 1]) writeWhileThereIsRoom(file, Buffer.alloc(size))
      closeSync(file)
    },
    free: () => rmSync(filler, { force: true }),
    async remove() {
      await run('umount', ['--lazy', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function writeWhileThereIsRoom(file: number, bytes: Buffer): void {
  try {
    for (;;) writeSync(file, bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}
