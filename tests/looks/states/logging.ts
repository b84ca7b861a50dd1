import { answer } from '../../servers/endpoint.ts'
import type { Stage, State } from '../stage.ts'
import { promoteSample } from './people.ts'

/** What happened with somebody, being logged. */

const openLog = async ({ page }: Stage) => {
  await page.locator('[role=status][data-is=on-card]').waitFor()
  await page.keyboard.press('l')
  await page.locator('.log-box').waitFor()
}

export const log = async ({ page }: Stage, kind: string, text: string) => {
  await page.keyboard.press(kind)
  await page.keyboard.type(text)
}

export const LOGGING: State[] = [
  {
    name: 'popup-logging',
    path: 'popup.html',
    async act(stage) {
      await promoteSample(stage)
      await openLog(stage)
      await log(stage, '1', 'Wants the offer in two parts, the first of them before Friday.')
    },
    sign: '.log-box textarea:focus',
  },
  {
    name: 'popup-logged',
    path: 'popup.html',
    async act(stage) {
      await promoteSample(stage)
      await openLog(stage)
      await log(stage, '1', 'Wants the offer in two parts, the first of them before Friday.')
      stage.endpoint.on((_leads, response) => answer(response, 503, {}, { 'retry-after': '600' }))
      await stage.page.keyboard.press('Enter')
      await stage.page.locator('.activities li').waitFor()
    },
    sign: '.activities li',
  },
  {
    name: 'popup-log-empty',
    path: 'popup.html',
    async act(stage) {
      await promoteSample(stage)
      await openLog(stage)
      await log(stage, '3', ' ')
      await stage.page.keyboard.press('Enter')
    },
    sign: '.log-box .fault',
  },
]
