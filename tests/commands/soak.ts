// `npm run soak`: the tests that kill things, with as many tries as a night allows.
import { runSteps } from './checks/run.ts'
import { LONG_STEPS } from './checks/steps.ts'

const OFTEN = { CLOSINGS: '2000', KILLS: '200' }
Object.assign(process.env, { ...OFTEN, ...process.env })

await runSteps(LONG_STEPS, process.argv.slice(2))
