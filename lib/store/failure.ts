/** Why the database could not be used: a newer version of the extension has been at it, or else. */
export type Failure = 'newer-database' | 'failed'

/** Tells what people can do about an error of the database. Knows Dexie's errors by name only. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return 'failed'
  const { inner } = error as { inner?: unknown } // Dexie's word for the browser's own error
  const names = [error.name, inner instanceof Error ? inner.name : undefined]
  return names.includes('VersionError') ? 'newer-database' : 'failed'
}
