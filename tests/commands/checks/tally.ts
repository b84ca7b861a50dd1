/** A test that did not run, and why. */
export interface Skip {
  readonly name: string
  readonly reason: string
}

/** What came of some tests. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly Skip[]
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: [] }
export const ONE_PASSED: Tally = { ...NOTHING, passed: 1 }
export const ONE_FAILED: Tally = { ...NOTHING, failed: 1 }

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: [...a.skipped, ...b.skipped],
})

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  const counts = `${passed} passed, ${failed} failed`
  return skipped.length === 0 ? counts : `${counts}, ${skipped.length} skipped`
}

/**
 * What a suite's own report is worth, given how the process ended: a suite that reported nothing,
 * ran nothing, or ended badly without naming a failure has failed all the same.
 * @param reported null when no report was written
 */
export function judged(reported: Tally | null, exitCode: number): Tally {
  if (reported === null) return ONE_FAILED
  const ranNothing = reported.passed + reported.failed === 0
  const failedUnnamed = exitCode !== 0 && reported.failed === 0
  return ranNothing || failedUnnamed ? add(reported, ONE_FAILED) : reported
}
