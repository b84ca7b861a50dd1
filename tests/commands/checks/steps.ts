import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { REPORT_FILE, takeReport } from './report.ts'
import { judged, ONE_FAILED, ONE_PASSED, type Tally } from './tally.ts'
import { runTool } from './tool.ts'

const CHECKS = 'tests/commands/checks'
const VITEST = 'node_modules/vitest/vitest.mjs'
const PROOF_CONFIG = 'tests/proof/vitest.config.ts'
const LOOKS_CONFIG = 'tests/looks/playwright.config.ts'
const WXT = 'node_modules/wxt/bin/wxt.mjs'

export interface Outcome {
  readonly tally: Tally
  readonly output: string
}

export interface Step {
  readonly name: string
  run(aloud: boolean): Promise<Outcome>
}

/** A tool that says yes or no counts as one test. */
const check = (name: string, ...args: string[]): Step => ({
  name,
  async run(aloud) {
    const { exitCode, output } = await runTool(args, { aloud })
    return { tally: exitCode === 0 ? ONE_PASSED : ONE_FAILED, output }
  },
})

/** What has to be there before a step: it counts for nothing, unless it fails. */
const after = (args: readonly string[], step: Step): Step => ({
  name: step.name,
  async run(aloud) {
    const { exitCode, output } = await runTool(args, { aloud })
    return exitCode === 0 ? step.run(aloud) : { tally: ONE_FAILED, output }
  },
})

/** A tool that runs tests counts as what its reporter counted. */
const suite = (name: string, ...args: string[]): Step => ({
  name,
  async run(aloud) {
    const file = join(tmpdir(), `kundekort-report-${process.pid}.json`)
    const { exitCode, output } = await runTool(args, { aloud, env: { [REPORT_FILE]: file } })
    return { tally: judged(await takeReport(file), exitCode), output }
  },
})

const vitest = (name: string, ...args: string[]) =>
  suite(
    name,
    VITEST,
    'run',
    ...args,
    '--reporter=default',
    `--reporter=./${CHECKS}/vitest-reporter.ts`,
  )

const playwright = (name: string, ...args: string[]) =>
  suite(
    name,
    'node_modules/@playwright/test/cli.js',
    'test',
    ...args,
    `--reporter=list,./${CHECKS}/playwright-reporter.ts`,
  )

/** What `npm test` does, in this order. */
export const STEPS: readonly Step[] = [
  after(
    [WXT, 'prepare'],
    check('types', 'node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false'),
  ),
  check('lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  check('unused code', 'node_modules/knip/bin/knip.js'),
  vitest('dependency rules', '--config', PROOF_CONFIG, 'tests/rules'),
  vitest('unit tests'),
  check('build for Chromium', WXT, 'build'),
  check('build for Firefox', WXT, 'build', '-b', 'firefox', '--mv3'),
  check('build in pseudo words', WXT, 'build', '--mode', 'pseudo'),
  vitest('static proofs', '--config', PROOF_CONFIG, '--exclude', 'tests/rules'),
  playwright('browser tests'),
]

/** What `npm run soak` does. */
export const LONG_STEPS: readonly Step[] = [
  vitest('simulated worlds', 'tests/simulation'),
  check('build for Chromium', WXT, 'build'),
  playwright('popups and browsers that end', 'tests/closing', 'tests/kills'),
  playwright('every screen in every language and dress', '--config', LOOKS_CONFIG, 'walk'),
]
