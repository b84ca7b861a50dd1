// `npm run mutate`: changes the engine in every small way and looks whether a test notices.
import { endTools, runTool } from './checks/tool.ts'

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    endTools()
    process.exit(1)
  })
}

const STRYKER = 'node_modules/@stryker-mutator/core/bin/stryker.js'
const { exitCode } = await runTool([STRYKER, 'run', 'tests/mutation/stryker.json'], { aloud: true })
process.exit(exitCode)
