import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPGlite, openPostgres } from '../../crm/store/open.ts'
import { postgresBinaries, startPostgres } from '../../crm/testing/postgres.ts'
import { type Base, makePages, measurePages } from './crm/pages.ts'
import { measureWrites } from './crm/writes.ts'
import type { Row } from './kit/row.ts'

/** The embedded CRM as a process, on both of its databases, over HTTP. */
export async function run(say: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = []
  for (const kind of ['PGlite', 'PostgreSQL'] as const) {
    const base = await open(kind)
    if (base === null) {
      say('PostgreSQL is not installed here: left out')
      continue
    }
    try {
      say(`${kind}: leads through POST /api/v1/leads/batch, and the same rows by plain inserts`)
      rows.push(...(await measureWrites(kind, base)))
      say(`${kind}: 100,000 cards are made`)
      await makePages(base)
      say(`${kind}: the list and the search at 100,000 cards`)
      rows.push(...(await measurePages(kind, base)))
    } finally {
      await base.end()
    }
  }
  return rows
}

async function open(kind: 'PGlite' | 'PostgreSQL'): Promise<Base | null> {
  const folder = await mkdtemp(join(tmpdir(), 'kundekort-bench-'))
  const end = () => rm(folder, { recursive: true })
  if (kind === 'PGlite') {
    return { data: folder, env: {}, open: () => openPGlite(join(folder, 'database')), end }
  }
  const binaries = postgresBinaries()
  if (binaries === undefined) {
    await end()
    return null
  }
  // As people run it: what is committed is on the disk.
  const postgres = await startPostgres(binaries, { isDurable: true })
  return {
    data: folder,
    env: { DATABASE_URL: postgres.url },
    open: async () => openPostgres(postgres.url),
    async end() {
      await postgres.stop()
      await end()
    },
  }
}
