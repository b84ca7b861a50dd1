import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A browser profile that nobody used before, in the system's temporary folder. */
export const freshProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'kundekort-profile-'))

/** Removes a profile; a browser that is just ending may still write to it, hence the retries. */
export const removeProfile = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
