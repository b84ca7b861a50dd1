import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * Holds the named things until the transaction ends, so that two requests about one lead or one
 * company go one after the other, on however many instances. Always in the order of their numbers:
 * two transactions that want the same ones can't wait for each other.
 */
export async function lockNames(tx: Transaction<Tables>, names: string[]): Promise<void> {
  const numbers = [...new Set(names.map(lockNumber))].toSorted((a, b) => (a < b ? -1 : 1))
  const locks = sql.join(
    numbers.map(number => sql`pg_advisory_xact_lock(${String(number)}::bigint)`),
  )
  await sql`select ${locks}`.execute(tx)
}

/** PostgreSQL's advisory locks are 64-bit numbers; a clash only means a needless wait. */
function lockNumber(name: string): bigint {
  return createHash('sha256').update(name).digest().readBigInt64BE(0)
}
