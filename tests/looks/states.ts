import type { Page } from '@playwright/test'
import type { Browser } from 'wxt/browser'
import { seed } from '../e2e/people.ts'
import { answer, type Endpoint } from '../servers/endpoint.ts'
import { silentAddress } from '../servers/listen.ts'
import type { Stage, State } from './stage.ts'

declare const chrome: typeof Browser

/**
 * Every state of every screen. A line here is a picture in light and dark, broad and narrow, in both
 * languages (`npm run pictures`), and the same visits by axe and by the measure of what is cut off.
 */

const SAMPLE = {
  name: 'Sample Person',
  company: 'Example Eiendomsutvikling og Forvaltning AS',
  title: 'Head of procurement',
  email: 'sample.person@example.com',
  phone: '+47 22 33 44 55',
  where: 'Example Fair',
  notes: 'Wants an offer before the summer. Has two other suppliers, and is happy with neither.',
}

const COMPANIES = ['Example AS', SAMPLE.company, 'Sample Data ASA', 'Example & Sønner AS']

async function write(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [id, text] of Object.entries(fields)) await page.locator(`#${id}`).fill(text)
}

const writeSample = ({ page }: Stage) => write(page, SAMPLE)

async function promoteSample({ page }: Stage): Promise<void> {
  await write(page, SAMPLE)
  await page.keyboard.press('Control+Enter')
}

/** The CRM refuses some of what it is sent, by place in the batch. */
function reject(endpoint: Endpoint, isRefused: (index: number) => boolean): void {
  const problem = { type: 'about:blank', title: 'Invalid', status: 422, detail: 'No such branch' }
  endpoint.on((_leads, response, take) => {
    const results = take().map((result, index) =>
      isRefused(index) ? { id: result.id, status: 'rejected', problem } : result,
    )
    answer(response, 200, { results })
  })
}

const POPUP: State[] = [
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

const openLog = async ({ page }: Stage) => {
  await page.locator('[role=status][data-is=on-card]').waitFor()
  await page.keyboard.press('l')
  await page.locator('.log-box').waitFor()
}

const log = async ({ page }: Stage, kind: string, text: string) => {
  await page.keyboard.press(kind)
  await page.keyboard.type(text)
}

const LOGGING: State[] = [
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

/** People as unlike each other as they are in a year's list. */
const various = (index: number) => ({
  company: COMPANIES[index % COMPANIES.length] ?? '',
  where: index % 3 === 0 ? '' : 'Example Fair, Oslo',
})

async function select(page: Page, count: number): Promise<void> {
  const boxes = page.locator('tbody input[type=checkbox]')
  for (let row = 0; row < count; row += 1) await boxes.nth(row).check()
}

const promoteSelected = (page: Page) => page.locator('[role=toolbar] button').first().click()

const seedYear = ({ page }: Stage) => seed(page, { count: 500, fields: various })

const LEADS: State[] = [
  { name: 'leads-empty', path: 'options.html#leads', sign: '.empty' },
  {
    name: 'leads-full',
    path: 'options.html#leads',
    async before(stage) {
      await seedYear(stage)
      reject(stage.endpoint, index => index === 1)
      await select(stage.page, 6)
      await promoteSelected(stage.page)
      await stage.page.locator('[data-is=needs-you]').waitFor()
    },
    sign: '[data-is=needs-you]',
  },
  {
    name: 'leads-met',
    path: 'options.html?met=Example%20Fair#leads',
    before: async ({ page }) => {
      const form = await page.context().newPage()
      await form.goto(page.url().replace(/options.*/, 'popup.html'))
      await form.locator('.top > button').click()
      await form.keyboard.type('Example Fair')
      await form.keyboard.press('Enter')
      await write(form, { name: SAMPLE.name, company: SAMPLE.company })
      await form.locator('[role=status][data-is=draft]:not(:empty)').waitFor()
      await form.close()
    },
    sign: '.toolbar select:has(option:nth-child(2):checked)',
  },
  {
    name: 'leads-logging',
    path: 'options.html#leads',
    async before(stage) {
      await seed(stage.page, { count: 3, fields: various })
      await select(stage.page, 2)
      await promoteSelected(stage.page)
      await stage.page.locator('tr:nth-child(2) [data-is=on-card]').waitFor()
    },
    async act(stage) {
      await stage.page.locator('tbody tr:first-child input').focus()
      await stage.page.keyboard.press('l')
      await stage.page.locator('.log-box').waitFor()
      await log(stage, '3', 'A visit on the building site, with the architect.')
      await stage.page.keyboard.press('Enter')
      await stage.page.locator('.activities li').waitFor()
      await stage.page.keyboard.press('l')
    },
    sign: '.log-box',
  },
  {
    name: 'leads-not-found',
    path: 'options.html#leads',
    before: ({ page }) => seed(page, { count: 3, fields: various }),
    act: ({ page }) => page.locator('[type=search]').fill('xyzzy'),
    sign: '.empty',
  },
  {
    name: 'leads-syncing',
    path: 'options.html#leads',
    async before(stage) {
      await seedYear(stage)
      stage.holdAfter(1)
      await stage.page.locator('thead input').check()
      await promoteSelected(stage.page)
      await stage.page.locator('progress').waitFor()
    },
    sign: 'progress[value="250"]',
  },
  {
    name: 'leads-kept-back',
    path: 'options.html#leads',
    async before({ page }) {
      await seed(page, { count: 2, fields: { company: '' } })
      await seed(page, { count: 3, fields: various })
    },
    async act({ page }) {
      await page.locator('thead input').check()
      await promoteSelected(page)
    },
    sign: '.notice',
  },
  {
    name: 'leads-to-look-at',
    path: 'options.html#leads',
    async before({ page }) {
      await seed(page, { count: 2, fields: various })
      await page.evaluate(forgetLastStep)
    },
    act: ({ page }) => page.locator('[role=toolbar] button').nth(1).click(),
    sign: '.notice',
  },
]

/** Nobody can tell whether the last part of a lead arrived. Runs in a page of the extension. */
async function forgetLastStep(): Promise<void> {
  const { connection } = (await chrome.storage.local.get('connection')) as Record<
    string,
    { id: string }
  >
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('kundekort')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const writing = db.transaction(['drafts', 'outgoing'], 'readwrite')
  const written = new Promise(resolve => {
    writing.oncomplete = resolve
  })
  writing.objectStore('drafts').getAllKeys().onsuccess = event => {
    const [leadId] = (event.target as IDBRequest<IDBValidKey[]>).result
    const key = { leadId, revision: 1, seq: 1, connectionId: connection?.id, attempts: 1 }
    const problem = { code: 'unclear-step' }
    writing.objectStore('outgoing').put({ ...key, phase: 'needs-you', problem, stuck: 1 })
  }
  await written
  db.close()
}

const connectTo = async ({ page }: Stage, address: string, token: string) => {
  await write(page, { address, token })
  await page.locator('.actions button').first().click()
}

const PAGES: State[] = [
  { name: 'crm-empty', path: 'options.html#crm', isFirstDay: true, sign: '#address' },
  {
    name: 'crm-finding',
    path: 'options.html#crm',
    act: async stage => connectTo(stage, await silentAddress(), 'sample-token'),
    sign: '[data-finding=closed-or-silent] button',
  },
  {
    name: 'crm-connected',
    path: 'options.html#crm',
    act: stage => connectTo(stage, stage.endpoint.address, stage.endpoint.token),
    sign: '[data-finding=connected]',
  },
  {
    name: 'crm-saved',
    path: 'options.html#crm',
    act: ({ page }) => page.locator('.actions .primary').click(),
    sign: '[role=status]:not(:empty)',
  },
  { name: 'settings', path: 'options.html#settings', sign: '#language' },
  { name: 'welcome', path: 'welcome.html', isFirstDay: true, sign: 'button.primary' },
  { name: 'welcome-agreed', path: 'welcome.html', sign: '.notice' },
]

export const STATES: readonly State[] = [...POPUP, ...LOGGING, ...LEADS, ...PAGES]
