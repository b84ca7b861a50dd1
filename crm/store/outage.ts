import { sqlState } from './retry.ts'

/** Node's words for a connection that isn't there. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE'])

/**
 * Whether an error says that the database can't be used at the moment, rather than that it didn't
 * like what it was asked: no connection, too many, shutting down, read-only.
 */
export function isOutage(error: unknown): boolean {
  const code = sqlState(error)
  if (UNREACHABLE.has(code)) return true
  if (/^(?:08|53|57P|25006)/.test(code)) return true
  // `pg` gives these no code: they come from the pool, not from the server.
  return error instanceof Error && /^(?:Connection terminated|timeout e)/.test(error.message)
}
