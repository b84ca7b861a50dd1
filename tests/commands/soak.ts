// `npm run soak`: the tests that kill things, with as many tries as a night allows.
import { runSteps } from './checks/run.ts'
import { LONG_STEPS } from './checks/steps.ts'

// Stories that no other night was told.
const SEED = String(1_000_000 + (Date.now() % 1_000_000_000))
const OFTEN = {
  CLOSINGS: '2000',
  KILLS: '200',
  WORKER_KILLS: '100',
  BROWSER_KILLS: '20',
  RUNS: '1000000',
  SAME_RUNS: '5000',
  STRIDE: '1',
  SEED,
}
Object.assign(process.env, { ...OFTEN, ...process.env })

await runSteps(LONG_STEPS, process.argv.slice(2))
