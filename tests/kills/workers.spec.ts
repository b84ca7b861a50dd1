// However often the worker is killed in the middle of a sync: each lead is on the card, once.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { nameOf, seed } from '../e2e/people.ts'
import { button, field, start } from '../e2e/steps.ts'
import { startCrm } from '../harness/crm.ts'
import { startExtension } from '../harness/extension.ts'
import { expect, test } from '../harness/test.ts'
import { stopWorkers } from '../harness/workers.ts'
import { readCards } from './cards.ts'
import { chance, startBadLine } from './line.ts'
import { countPhases, letTimePass } from './pages.ts'

const KILLS = Number(process.env.WORKER_KILLS ?? 10)
const SEED = Number(process.env.SEED ?? 20_261_123)
const LEADS = 500

/** A worker is killed this long after a batch went out at most, in milliseconds. */
const MOMENT = 250

/** People are promoted before each kill, so that there is always a sync to kill. */
const wordOf = (kill: number) => `portion${String(kill).padStart(4, '0')}`

async function promotePortion(list: Page, kill: number): Promise<void> {
  await field(list, 'Search leads').fill(wordOf(kill))
  await expect(list.getByRole('grid', { name: 'Leads' })).toContainText(nameOf(kill))
  await list.getByRole('checkbox', { name: 'Select all' }).check()
  await button(list, 'Promote selected').click()
  await expect(list.getByText(/people were promoted\./)).toBeVisible()
}

test(`after ${KILLS} kills of the worker in the middle of a sync nobody is lost or doubled`, async () => {
  test.setTimeout(120_000 + KILLS * 5000)
  const random = chance(SEED)
  const data = await mkdtemp(join(tmpdir(), 'kundekort-kills-'))
  const crm = await startCrm({ data, env: { RATE_LIMIT: '0' } })
  const line = await startBadLine(crm.address, random)
  const extension = await startExtension()
  let inTheMiddle = 0
  try {
    await start(extension, { address: line.address, token: crm.token })
    const list = await extension.open('options.html#leads')
    await seed(list, { count: LEADS, word: index => wordOf(index % KILLS) })
    const session = await extension.context.newCDPSession(list)

    for (let kill = 0; kill < KILLS; kill += 1) {
      const batch = line.nextBatch()
      await promotePortion(list, kill)
      await list.evaluate(letTimePass)
      const isUnderWay = await Promise.race([batch.then(() => true), sleep(2000).then(() => false)])
      await sleep(random() * MOMENT)
      if (isUnderWay) inTheMiddle += 1
      await stopWorkers(session)
    }

    line.turn('good')
    await expect
      .poll(
        async () => {
          await list.evaluate(letTimePass)
          return list.evaluate(countPhases)
        },
        { timeout: 60_000 },
      )
      .toEqual({ 'on-card': LEADS })
  } finally {
    await extension.close()
    await line.close()
    await crm.stop()
  }
  const weather = [...line.met].map(([name, times]) => `${name} ${times}`).join(', ')
  console.log(`seed ${SEED}: ${KILLS} kills, ${inTheMiddle} with a batch under way; ${weather}`)
  expect(await readCards(data)).toEqual({ conversations: LEADS, leads: LEADS, people: LEADS })
  expect(inTheMiddle).toBeGreaterThan(KILLS / 2)
  await rm(data, { recursive: true })
})
