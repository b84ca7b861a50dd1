import type { Transaction } from 'kysely'
import type { Db } from './open.ts'
import type { Tables } from './tables.ts'

/** Serialisation failure, deadlock, unique violation: another transaction was faster. */
const LOST_THE_RACE = new Set(['40001', '40P01', '23505'])
const TRIES = 5

/**
 * Runs the work in a transaction, and again from the start when another transaction was faster.
 *
 * @throws what the work throws, and the database's error when it lost each time
 */
export async function inTransaction<T>(
  db: Db,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt === TRIES || !LOST_THE_RACE.has(sqlState(error))) throw error
    }
  }
}

/** The five characters by which PostgreSQL tells errors apart; empty for any other error. */
export function sqlState(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
