import { relative } from 'node:path'
import type { FullResult, Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter'
import { writeReport } from './report.ts'
import { ROOT } from './tool.ts'

const reasonOf = (test: TestCase) =>
  test.annotations.find(note => note.type === 'skip' || note.type === 'fixme')?.description

/** Counts for `npm test`; an error outside the tests counts as a failure. */
export default class TallyReporter implements Reporter {
  private tests: TestCase[] = []
  private errors = 0

  onBegin(_config: unknown, suite: Suite): void {
    this.tests = suite.allTests()
  }

  onError(_error: TestError): void {
    this.errors += 1
  }

  async onEnd(_result: FullResult): Promise<void> {
    const withOutcome = (...outcomes: string[]) =>
      this.tests.filter(test => outcomes.includes(outcomeOf(test)))
    await writeReport({
      passed: withOutcome('expected').length,
      failed: withOutcome('unexpected', 'flaky', 'never ran').length + this.errors,
      skipped: withOutcome('skipped').map(test => ({
        name: `${relative(ROOT, test.location.file)}: ${test.title}`,
        reason: reasonOf(test) ?? 'no reason was given',
      })),
    })
  }
}

/** Playwright calls a test "skipped" as well when the run ended before its turn. */
function outcomeOf(test: TestCase): string {
  const outcome = test.outcome()
  const meant = test.annotations.some(note => note.type === 'skip' || note.type === 'fixme')
  return outcome === 'skipped' && !meant ? 'never ran' : outcome
}
