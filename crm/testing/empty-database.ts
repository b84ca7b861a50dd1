import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'

const MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url))

/**
 * What a new PGlite has in its folder, without tables of ours: made once a version and machine, and
 * then kept. Opening it takes a quarter of the time that making it does, and every test file needs one.
 */
export async function emptyDatabase(): Promise<Blob> {
  const kept = join(MODULES, '.cache/kundekort', `pglite-${version()}.tar`)
  if (!existsSync(kept)) await keep(kept)
  return new Blob([readFileSync(kept)])
}

/** Others may be at it as well; the last one's takes the place of the same. */
async function keep(place: string): Promise<void> {
  const pglite = await PGlite.create()
  const made = await pglite.dumpDataDir('none')
  await pglite.close()
  mkdirSync(dirname(place), { recursive: true })
  const part = `${place}.${process.pid}`
  writeFileSync(part, await made.bytes())
  renameSync(part, place)
}

function version(): string {
  const file = join(MODULES, '@electric-sql/pglite/package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
