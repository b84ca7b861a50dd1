import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const DAY = 24 * 3600 * 1000

/** So many milliseconds are a day: no longer than it takes to stop a worker and to wake it. */
const SLOT = 300

export interface Clocked {
  readonly folder: string
  remove(): Promise<void>
}

/**
 * Copies a build and puts a clock in front of its worker, by which a day is over in no time. The day
 * is told when the worker starts; for as long as that one lives, time goes at its usual pace.
 *
 * A worker can't be stopped before its first line through the DevTools protocol (tried: an attached
 * session, auto-attach and an instrumentation breakpoint all come too late), so the clock is one
 * line more in the file. Everything else is the build, byte for byte. The clock is `Date` in the
 * worker and nothing else: the browser's own alarms, timers and network go on living today.
 */
export async function withClock(build: string): Promise<Clocked> {
  const folder = await mkdtemp(join(tmpdir(), 'kundekort-clock-'))
  await cp(build, folder, { recursive: true })
  const worker = join(folder, 'background.js')
  await writeFile(worker, `${clock(Date.now())}\n${await readFile(worker, 'utf8')}`)
  return { folder, remove: () => rm(folder, { recursive: true }) }
}

const clock = (start: number) =>
  [
    `{ const Today = Date`,
    `const past = ${DAY} * Math.floor((Today.now() - ${start}) / ${SLOT})`,
    `const now = () => Today.now() + past`,
    `globalThis.Date = class extends Today { static now = now`,
    `constructor(...parts) { super(...(parts.length === 0 ? [now()] : parts)) } } }`,
  ].join('; ')
