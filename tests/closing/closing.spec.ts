// Whatever was typed is there again, in whichever moment the popup or the browser comes to its end.
import { expect, test } from '@playwright/test'
import { startBrowser } from '../harness/browser.ts'
import { closeOften, type Plan, WAYS } from './closings.ts'
import { inWords, isLost, type Try } from './figures.ts'
import { killOften } from './kills.ts'
import { buildPlanted } from './planted/extension.ts'

const CLOSINGS = Number(process.env.CLOSINGS ?? 120)
const KILLS = Number(process.env.KILLS ?? 10)

/** Tries after which something has to be lost: a plain put of Dexie loses about every fifth stroke. */
const ENOUGH = 100

/** Longest that a try takes on a busy machine, in milliseconds; the tests say themselves what hangs. */
const PER_TRY = 5000

test.describe.configure({ mode: 'parallel' })

async function closeOftenIn(plan: Plan, extension?: string): Promise<Try[]> {
  test.setTimeout(60_000 + plan.tries * PER_TRY)
  const browser = await startBrowser({ ...(extension && { extension }) })
  try {
    const tries = await closeOften(browser, plan)
    console.log(`${test.info().title}: ${inWords(tries)}`)
    return tries
  } finally {
    await browser.close()
  }
}

function expectNothingLost(tries: readonly Try[], number: number): void {
  expect(tries.filter(isLost)).toEqual([])
  expect(tries.filter(({ asleep }) => asleep)).toHaveLength(number)
}

for (const way of WAYS) {
  test(`a popup ${way} in the middle of a word loses nothing`, async () => {
    const tries = Math.ceil(CLOSINGS / WAYS.length)
    expectNothingLost(await closeOftenIn({ tries, wayOf: () => way }), tries)
  })
}

test('a browser killed 50 ms after a key has all that was typed when it starts again', async () => {
  test.setTimeout(60_000 + KILLS * 2 * PER_TRY)
  const tries = await killOften(KILLS)
  console.log(`${test.info().title}: ${inWords(tries)}`)
  expectNothingLost(tries, KILLS)
})

test('a journal that is a plain put of Dexie is caught at losing', async () => {
  const wayOf = (number: number) => WAYS[number % WAYS.length] ?? WAYS[0]
  // One kept beside the one lost: it is the closing that loses, and not a journal that never works.
  const isEnough = (tries: readonly Try[]) => tries.some(isLost) && !tries.every(isLost)
  const plan = { tries: ENOUGH, wayOf, isEnough }
  const tries = await closeOftenIn(plan, await buildPlanted())
  expect(isEnough(tries), 'strokes were lost, and others kept').toBe(true)
})
