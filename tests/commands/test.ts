// `npm test [-- STEP …]`: every check there is, or the steps whose names begin with what was given.
import { runSteps } from './checks/run.ts'
import { STEPS } from './checks/steps.ts'

await runSteps(STEPS, process.argv.slice(2))
