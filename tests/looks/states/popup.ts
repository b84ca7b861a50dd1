import { seed } from '../../e2e/people.ts'
import { answer } from '../../servers/endpoint.ts'
import type { State } from '../stage.ts'
import { COMPANIES, promoteSample, reject, SAMPLE, various, write, writeSample } from './people.ts'

/** The popup and the panel with somebody on the form. */

export const POPUP: State[] = [
  { name: 'popup-empty', path: 'popup.html', sign: '#name:focus' },
  {
    name: 'popup-typing',
    path: 'popup.html',
    act: writeSample,
    sign: '[role=status][data-is=draft]:not(:empty)',
  },
  {
    name: 'popup-event',
    path: 'popup.html',
    before: ({ page }) => seed(page, { count: 3, fields: various }),
    async act(stage) {
      await stage.page.locator('.top > button').click()
      await stage.page.keyboard.type('Example Fair, Oslo')
      await stage.page.keyboard.press('Enter')
      await write(stage.page, { name: SAMPLE.name, company: 'Example AS', tags: 'fair, dairy' })
    },
    sign: '.event ~ .strip',
  },
  {
    name: 'popup-event-asked',
    path: 'popup.html',
    act: ({ page }) => page.locator('.top > button').click(),
    sign: '.asking input:focus',
  },
  { name: 'panel-typing', path: 'sidepanel.html', act: writeSample, sign: '.top > button' },
  {
    name: 'popup-pasted',
    path: 'popup.html',
    async act({ page }) {
      const lines = [SAMPLE.name, SAMPLE.title, 'Example AS', `Tlf: ${SAMPLE.phone}`, SAMPLE.email]
      await page.locator('#paste').fill(lines.join(' | '))
      await page.locator('#paste').press('Enter')
    },
    sign: '.chips button:nth-child(4)',
  },
  {
    name: 'popup-known',
    path: 'popup.html',
    async act(stage) {
      await promoteSample(stage)
      await stage.page.locator('[role=status][data-is=on-card]').waitFor()
      await stage.page.locator('.actions .primary').click()
      await write(stage.page, { name: 'Sample Person', phone: SAMPLE.phone })
    },
    sign: '.known li button',
  },
  {
    name: 'popup-matches',
    path: 'popup.html',
    async act(stage) {
      stage.endpoint.know([
        {
          card: { id: '7', url: `${stage.endpoint.address}/cards/7`, name: SAMPLE.company },
          contact: { id: '70', name: 'Sample Person' },
          why: 'email',
        },
        {
          card: { id: '8', url: `${stage.endpoint.address}/cards/8`, name: 'Sample Data ASA' },
          contact: { id: '80', name: 'Sample Person' },
          why: 'email',
        },
      ])
      await promoteSample(stage)
    },
    sign: '.matches .choices button',
  },
  {
    name: 'popup-companies',
    path: 'popup.html',
    async act({ page }) {
      for (const company of [...COMPANIES, 'E']) {
        await write(page, { name: 'Sample Person', company })
        if (company !== 'E') await page.locator('.actions button:not(.primary, .quiet)').click()
      }
      await page.locator('.suggestions').waitFor()
      await page.locator('#company').press('ArrowDown')
    },
    sign: '.suggestions [aria-selected=true]',
  },
  {
    name: 'popup-follow-up',
    path: 'popup.html',
    async act(stage) {
      await writeSample(stage)
      await stage.page.locator('#followUp').focus()
      await stage.page.locator('.quick button').nth(1).click()
    },
    sign: '.quick [aria-pressed=true]',
  },
  {
    name: 'popup-faults',
    path: 'popup.html',
    async act({ page }) {
      await write(page, { name: 'Sample Person', email: 'sample.person', phone: 'call me' })
      await page.keyboard.press('Control+Enter')
    },
    sign: '#company-fault',
  },
  {
    name: 'popup-before-consent',
    path: 'popup.html',
    isFirstDay: true,
    act: promoteSample,
    sign: '[role=alert] a',
  },
  {
    name: 'popup-discarded',
    path: 'popup.html',
    async act(stage) {
      await writeSample(stage)
      await stage.page.locator('.actions .quiet').click()
    },
    sign: '[role=alert] button',
  },
  {
    name: 'popup-sending',
    path: 'popup.html',
    async act(stage) {
      stage.holdAfter(0)
      await promoteSample(stage)
    },
    sign: '[role=status][data-is=sending]',
  },
  {
    name: 'popup-waiting',
    path: 'popup.html',
    async act(stage) {
      stage.endpoint.on((_leads, response) => answer(response, 503, {}, { 'retry-after': '600' }))
      await promoteSample(stage)
    },
    sign: '[role=status][data-is=waiting] ~ p',
  },
  {
    name: 'popup-on-card',
    path: 'popup.html',
    act: promoteSample,
    sign: '[role=status][data-is=on-card] a',
  },
  {
    name: 'popup-needs-you',
    path: 'popup.html',
    async act(stage) {
      reject(stage.endpoint, () => true)
      await promoteSample(stage)
    },
    sign: '[role=status][data-is=needs-you]',
  },
]
