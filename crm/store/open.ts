import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>

/** A calendar date stays the text that it is, a bigint (ours stay below 2^53) becomes a number. */
const PARSERS: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.DATE]: text => text,
  [pg.types.builtins.INT8]: Number,
}

/**
 * The database in the process: in a folder, or in memory alone where none is given.
 *
 * @param content what a new one begins with, as PGlite dumps it; without it with nothing
 * @throws when the folder can't be written or holds something else
 */
export async function openPGlite(folder?: string, content?: Blob): Promise<Db> {
  const pglite = await PGlite.create({
    parsers: PARSERS,
    extensions: { pg_trgm },
    ...(folder === undefined ? {} : { dataDir: folder }),
    ...(content === undefined ? {} : { loadDataDir: content }),
  })
  return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
}

/** A pool of connections to a PostgreSQL. Connects with the first question asked, not here. */
export function openPostgres(url: string, connections = 10): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    types: {
      getTypeParser: (oid, format) => PARSERS[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
    },
  })
  // Without a listener an idle connection that breaks would end the process. Nothing is lost with
  // it: the pool opens another, and a request that needs one hears of it there.
  pool.on('error', () => undefined)
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
