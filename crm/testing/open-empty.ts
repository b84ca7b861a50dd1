import { migrate } from '../store/migrations.ts'
import { type Db, openPGlite } from '../store/open.ts'
import { emptyDatabase } from './empty-database.ts'

/** A PGlite in memory, with the tables and nothing in them, and what ends it. */
export async function openEmpty(): Promise<{ db: Db; stop(): Promise<void> }> {
  const db = await openPGlite(undefined, await emptyDatabase())
  await migrate(db)
  return { db, stop: () => db.destroy() }
}
