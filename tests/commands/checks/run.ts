import type { Step } from './steps.ts'
import { add, lastLine, NOTHING, ONE_FAILED } from './tally.ts'
import { endTools } from './tool.ts'

const aloud = process.env.VERBOSE === '1'
const say = (line: string) => process.stdout.write(`${line}\n`)

/** A sign of life while a step is quiet, every so many milliseconds. */
const PULSE = 10_000

async function run(step: Step) {
  const begun = performance.now()
  process.stdout.write(aloud ? `${step.name}\n` : `${step.name} … `)
  const pulse = setInterval(() => aloud || process.stdout.write('. '), PULSE)
  const { tally, output } = await step
    .run(aloud)
    .catch((error: Error) => ({ tally: ONE_FAILED, output: error.stack ?? error.message }))
  clearInterval(pulse)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  say(`${lastLine(tally)} (${seconds} s)`)
  if (tally.failed > 0 && !aloud) say(output)
  for (const { name, reason } of tally.skipped) say(`  skipped: ${name}: ${reason}`)
  return tally
}

/** Ctrl+C ends the tools as well, which have process groups of their own. */
function endWithSignals(): void {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const) {
    process.once(signal, () => {
      endTools()
      process.exit(128 + number)
    })
  }
}

/**
 * Runs steps one after another and says what came of each. VERBOSE=1 shows what the tools say while
 * they run; a step that fails shows it in any case. The last line and the exit code sum it up.
 * @param names what the names of the wanted steps begin with; all steps if empty
 */
export async function runSteps(all: readonly Step[], names: readonly string[]): Promise<void> {
  endWithSignals()
  const isChosen = (step: Step) => names.some(name => step.name.startsWith(name))
  const steps = names.length === 0 ? all : all.filter(isChosen)
  if (steps.length === 0) {
    say(`There is no such step. There are: ${all.map(step => step.name).join(', ')}.`)
    process.exit(1)
  }
  let sum = NOTHING
  for (const step of steps) sum = add(sum, await run(step))
  say(lastLine(sum))
  process.exitCode = sum.failed === 0 ? 0 : 1
}
