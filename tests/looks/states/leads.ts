import type { Page } from '@playwright/test'
import type { Browser } from 'wxt/browser'
import { seed } from '../../e2e/people.ts'
import type { Stage, State } from '../stage.ts'
import { log } from './logging.ts'
import { reject, SAMPLE, various, write } from './people.ts'

declare const chrome: typeof Browser

/** The list of leads. */

async function select(page: Page, count: number): Promise<void> {
  const boxes = page.locator('tbody input[type=checkbox]')
  for (let row = 0; row < count; row += 1) await boxes.nth(row).check()
}

const promoteSelected = (page: Page) => page.locator('[role=toolbar] button').first().click()

const seedYear = ({ page }: Stage) => seed(page, { count: 500, fields: various })

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

export const LEADS: State[] = [
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
