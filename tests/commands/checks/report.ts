import { readFile, rm, writeFile } from 'node:fs/promises'
import type { Tally } from './tally.ts'

/** Names the file into which a suite's reporter writes what came of it. */
export const REPORT_FILE = 'KUNDEKORT_REPORT'

/** For reporters: writes the tally where `npm test` reads it; nowhere in a run by hand. */
export async function writeReport(tally: Tally): Promise<void> {
  const file = process.env[REPORT_FILE]
  if (file) await writeFile(file, JSON.stringify(tally))
}

/** Reads and removes what a reporter wrote; null if it wrote nothing. */
export async function takeReport(file: string): Promise<Tally | null> {
  try {
    const tally = JSON.parse(await readFile(file, 'utf8')) as Tally
    await rm(file)
    return tally
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
