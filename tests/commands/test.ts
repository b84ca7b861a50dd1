// `npm test [-- STEP …]`: every check there is, or the steps whose names begin with what was given.
// VERBOSE=1 shows what the tools say while they run; a step that fails shows it in any case.
import { STEPS, type Step } from './checks/steps.ts'
import { add, lastLine, NOTHING, ONE_FAILED } from './checks/tally.ts'
import { endTools } from './checks/tool.ts'

const aloud = process.env.VERBOSE === '1'
const say = (line: string) => process.stdout.write(`${line}\n`)

function chosen(names: readonly string[]): readonly Step[] {
  const isChosen = (step: Step) => names.some(name => step.name.startsWith(name))
  return names.length === 0 ? STEPS : STEPS.filter(isChosen)
}

async function run(step: Step) {
  const begun = performance.now()
  process.stdout.write(aloud ? `${step.name}\n` : `${step.name} … `)
  const { tally, output } = await step
    .run(aloud)
    .catch((error: Error) => ({ tally: ONE_FAILED, output: error.stack ?? error.message }))
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  say(`${lastLine(tally)} (${seconds} s)`)
  if (tally.failed > 0 && !aloud) say(output)
  for (const { name, reason } of tally.skipped) say(`  skipped: ${name}: ${reason}`)
  return tally
}

for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
] as const) {
  process.once(signal, () => {
    endTools()
    process.exit(128 + number)
  })
}

const steps = chosen(process.argv.slice(2))
if (steps.length === 0) {
  say(`There is no such step. There are: ${STEPS.map(step => step.name).join(', ')}.`)
  process.exit(1)
}

let sum = NOTHING
for (const step of steps) sum = add(sum, await run(step))
say(lastLine(sum))
process.exitCode = sum.failed === 0 ? 0 : 1
