// `npm run pictures`: builds, and saves a picture of every screen in every state to .output/pictures;
// with `-- pseudo` of the build in pseudo words, which shows what is clipped or hard-coded.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { endTools, ROOT, runTool } from './checks/tool.ts'

const LOOKS = 'tests/looks/playwright.config.ts'
const isPseudo = process.argv.includes('pseudo')

const STEPS = [
  ['node_modules/wxt/bin/wxt.mjs', 'build', ...(isPseudo ? ['--mode', 'pseudo'] : [])],
  ['node_modules/@playwright/test/cli.js', 'test', '--config', LOOKS, 'pictures'],
]

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    endTools()
    process.exit(1)
  })
}

// A picture of a state that is no more would pass for one of today.
await rm(join(ROOT, '.output/pictures'), { recursive: true, force: true })
for (const step of STEPS) {
  const { exitCode } = await runTool(step, { aloud: true, env: isPseudo ? { PSEUDO: '1' } : {} })
  if (exitCode !== 0) process.exit(exitCode)
}
process.stdout.write('The pictures are in .output/pictures.\n')
