// However often the whole browser is killed in the middle of a sync: each lead is on the card, once,
// and whatever was typed meanwhile is there again.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EMPTY, listenFor, readForm } from '../closing/form.ts'
import { killAll, processesOf } from '../closing/kills.ts'
import { strokeOf, withStroke } from '../closing/strokes.ts'
import { findToolbar } from '../closing/toolbar.ts'
import { typeStroke } from '../closing/typing.ts'
import { seed } from '../e2e/people.ts'
import { button, start } from '../e2e/steps.ts'
import { startBrowser } from '../harness/browser.ts'
import { callIn } from '../harness/callIn.ts'
import { startCrm } from '../harness/crm.ts'
import { startExtension } from '../harness/extension.ts'
import { freshProfile, removeProfile } from '../harness/profile.ts'
import { expect, test } from '../harness/test.ts'
import { readCards } from './cards.ts'
import { chance, startBadLine } from './line.ts'
import { countPhases, letTimePass } from './pages.ts'

const KILLS = Number(process.env.BROWSER_KILLS ?? 3)
const SEED = Number(process.env.SEED ?? 20_261_123)
const LEADS = 500

/** Time between a stroke and the end of the browser, in milliseconds. */
const GRACE = 50

/** Promotes everybody while the CRM can't be reached, so that the whole sync lies ahead. */
async function promoteAll(profile: string, crm: { address: string; token: string }) {
  const extension = await startExtension({ profile })
  await start(extension, crm)
  const list = await extension.open('options.html#leads')
  await seed(list, { count: LEADS })
  await list.getByRole('checkbox', { name: 'Select all' }).check()
  await button(list, 'Promote selected').click()
  await expect(list.getByText(`${LEADS} people were promoted.`)).toBeVisible()
  await extension.close()
}

test(`after ${KILLS} kills of the browser in the middle of a sync no lead and no keystroke is lost`, async () => {
  test.setTimeout(120_000 + KILLS * 20_000)
  const data = await mkdtemp(join(tmpdir(), 'kundekort-kills-'))
  const crm = await startCrm({ data, env: { RATE_LIMIT: '0' } })
  const line = await startBadLine(crm.address, chance(SEED))
  const profile = await freshProfile()
  const shown: object[] = []
  const typed: object[] = []
  let kept = EMPTY
  try {
    line.turn('down')
    await promoteAll(profile, { address: line.address, token: crm.token })
    line.turn('bad')
    for (let kill = 0; kill <= KILLS; kill += 1) {
      if (kill === KILLS) line.turn('good')
      const browser = await startBrowser({ profile })
      const popup = await (await findToolbar(browser)).openPopup()
      shown.push((await readForm(popup.page, kept)).last)
      typed.push(kept)
      if (kill === KILLS) {
        const phases = async () => {
          await callIn(popup.page, letTimePass, undefined)
          return callIn(popup.page, countPhases, undefined)
        }
        await expect.poll(phases, { timeout: 60_000 }).toEqual({ 'on-card': LEADS })
        await browser.close()
        break
      }
      const stroke = strokeOf(kill)
      const batch = line.nextBatch()
      await callIn(popup.page, letTimePass, undefined)
      const heard = await listenFor(popup.page, stroke, false)
      const processes = await processesOf(browser)
      // Where an earlier life of the browser got through with everybody there is no batch to come.
      await Promise.race([batch, sleep(2000)])
      await typeStroke(popup.page, stroke, heard)
      await sleep(GRACE)
      await killAll(browser, processes)
      kept = withStroke(kept, stroke)
    }
  } finally {
    await line.close()
    await crm.stop()
    await removeProfile(profile)
  }
  const weather = [...line.met].map(([name, times]) => `${name} ${times}`).join(', ')
  console.log(`seed ${SEED}: ${KILLS} kills of the browser; ${weather}`)
  expect(shown).toEqual(typed)
  expect(await readCards(data)).toEqual({ conversations: LEADS, leads: LEADS, people: LEADS })
  await rm(data, { recursive: true })
})
