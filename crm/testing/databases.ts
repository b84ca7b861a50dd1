import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import { addColleague, findColleague } from '../store/colleagues.ts'
import { migrate } from '../store/migrations.ts'
import { type Db, openPostgres } from '../store/open.ts'
import { openEmpty } from './open-empty.ts'
import { postgresBinaries, startPostgres } from './postgres.ts'

/** What a storage test works on: an empty, migrated database and two colleagues in it. */
export type Bench = { db: Db; colleague: string; other: string }

/**
 * Runs the same tests on PGlite, and on a PostgreSQL of their own where its programs are
 * installed; where they aren't, the tests are skipped and stderr says so.
 */
export function onEachDatabase(name: string, tests: (bench: () => Bench) => void): void {
  describe(`${name}, on PGlite`, () => {
    tests(withDatabase(openEmpty))
  })
  const binaries = postgresBinaries()
  if (binaries === undefined) {
    const why = 'no PostgreSQL is installed (Debian: the package postgresql)'
    process.stderr.write(`SKIPPED: ${name}, on PostgreSQL: ${why}\n`)
    describe.skip(`${name}, on PostgreSQL: ${why}`, () => tests(neverAsked))
    return
  }
  describe(`${name}, on PostgreSQL`, () => {
    tests(
      withDatabase(async () => {
        const postgres = await startPostgres(binaries)
        const db = openPostgres(postgres.url)
        await migrate(db)
        return {
          db,
          async stop() {
            await db.destroy()
            await postgres.stop()
          },
        }
      }),
    )
  })
}

function withDatabase(open: () => Promise<{ db: Db; stop(): Promise<void> }>): () => Bench {
  let database: Awaited<ReturnType<typeof open>> | undefined
  let bench: Bench | undefined
  beforeAll(async () => {
    database = await open()
  }, 60_000)
  beforeEach(async () => {
    if (database === undefined) throw new Error('the database did not open')
    const { db } = database
    await sql`truncate card, contact, conversation, colleague cascade`.execute(db)
    const colleague = await aColleague(db, 'Sample Colleague')
    bench = { db, colleague, other: await aColleague(db, 'Other Colleague') }
  })
  afterAll(async () => {
    await database?.stop()
  }, 60_000)
  return () => bench ?? neverAsked()
}

async function aColleague(db: Db, name: string): Promise<string> {
  const colleague = await findColleague(db, await addColleague(db, name))
  if (colleague === null) throw new Error('a colleague just added was not found')
  return colleague.id
}

function neverAsked(): never {
  throw new Error('there is no database outside of a test')
}
