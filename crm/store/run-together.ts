import { type OperationNodeSource, sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** A statement that writes, not run yet, and whose answer nobody needs. */
export type Write = OperationNodeSource

/**
 * Runs several statements as one: a trip to the database costs more than most of them do (500 leads
 * take half the time). They all see what was there before, so none may change another's rows; rows
 * that refer to one another may come in any order.
 */
export async function runTogether(tx: Transaction<Tables>, writes: Write[]): Promise<void> {
  const parts = writes.map((write, place) => sql`${sql.raw(`write_${place}`)} as (${write})`)
  await sql`with ${sql.join(parts)} select 1`.execute(tx)
}
