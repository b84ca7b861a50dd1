/**
 * Why the database could not be used: a newer version of the extension has been at it, there is no
 * room on the disk, or else. Each has its sentence under `notice.<failure>`.
 */
export type Failure = 'newer-database' | 'full' | 'failed'

/** Tells what people can do about an error of the database. Knows the browsers' errors by name only. */
export function failureOf(error: unknown): Failure {
  const names = namesIn(error)
  if (names.includes('VersionError')) return 'newer-database'
  return names.includes('QuotaExceededError') ? 'full' : 'failed'
}

/** Dexie wraps the browser's own error in one of its own, and that of a transaction again. */
function namesIn(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error || error instanceof DOMException) || depth > 3) return []
  const { inner, failures } = error as { inner?: unknown; failures?: unknown }
  const others = [inner, ...(Array.isArray(failures) ? failures.slice(0, 1) : [])]
  return [error.name, ...others.flatMap(each => namesIn(each, depth + 1))]
}
