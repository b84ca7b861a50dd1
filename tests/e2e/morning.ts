import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allowEverything } from '../harness/allowed.ts'
import { PRODUCTION } from '../privacy/browser/production.ts'

export interface Morning {
  readonly folder: string
  remove(): Promise<void>
}

/**
 * Copies the build, so that its worker lives at ten in the morning of this day, whatever hour it is,
 * and may show notifications. All else is the build, byte for byte.
 */
export async function itIsMorning(): Promise<Morning> {
  const folder = await mkdtemp(join(tmpdir(), 'kundekort-morning-'))
  await cp(PRODUCTION, folder, { recursive: true })
  const worker = join(folder, 'background.js')
  await writeFile(worker, `${CLOCK}\n${await readFile(worker, 'utf8')}`)
  await allowEverything(folder)
  return { folder, remove: () => rm(folder, { recursive: true }) }
}

const CLOCK = [
  `{ const Today = Date`,
  `const ahead = new Today().setHours(10, 0, 0, 0) - Today.now()`,
  `const now = () => Today.now() + ahead`,
  `globalThis.Date = class extends Today { static now = now`,
  `constructor(...parts) { super(...(parts.length === 0 ? [now()] : parts)) } } }`,
].join('; ')
