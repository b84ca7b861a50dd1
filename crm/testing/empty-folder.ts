import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openPGlite } from '../store/open.ts'
import { emptyDatabase } from './empty-database.ts'

/** For the tests of a file: returns what puts a new CRM's empty database into a folder. */
export function emptyFolder(): (folder: string) => void {
  const template = mkdtempSync(join(tmpdir(), 'kundekort-template-'))
  beforeAll(async () => {
    await (await openPGlite(template, await emptyDatabase())).destroy()
  }, 60_000)
  afterAll(() => rmSync(template, { recursive: true }))
  return folder => cpSync(template, join(folder, 'database'), { recursive: true })
}
