import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { writeReport } from './report.ts'

const NO_REASON = 'no reason was given'

const inState = (tests: TestCase[], state: string) => tests.filter(t => t.result().state === state)

function reasonOf(test: TestCase): string {
  const result = test.result()
  return (result.state === 'skipped' && result.note) || NO_REASON
}

/** Counts for `npm test`; a file that can't be loaded, or a hook that fails, counts as a failure. */
export default class TallyReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): Promise<void> {
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const failed = inState(tests, 'failed').length
    const broken = modules.filter(module => module.errors().length > 0).length
    const suites = modules.flatMap(module => [...module.children.allSuites()])
    const brokenSuites = suites.filter(suite => suite.errors().length > 0).length
    // A test that never came to an end (its worker died) has not passed.
    const unfinished = inState(tests, 'pending').length
    await writeReport({
      passed: inState(tests, 'passed').length,
      failed: failed + broken + brokenSuites + unfinished + unhandled.length,
      skipped: inState(tests, 'skipped').map(test => ({
        name: `${test.module.relativeModuleId}: ${test.fullName}`,
        reason: reasonOf(test),
      })),
    })
  }
}
