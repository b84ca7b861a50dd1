import { seed } from '../../e2e/people.ts'
import { silentAddress } from '../../servers/listen.ts'
import type { Stage, State } from '../stage.ts'
import { various, write } from './people.ts'

/** The other tabs of the options page, and the welcome page. */

const connectTo = async ({ page }: Stage, address: string, token: string) => {
  await write(page, { address, token })
  await page.locator('.actions button').first().click()
}

/** Promoted, and some of them long ago; the dates are far from any day on which pictures are taken. */
const dueRow = (index: number) => ({
  revision: 1,
  tellBy: ['', '2026-02-28', '2026-05-31'][index] ?? `${2090 + index}-12-24`,
})

const reachable = (index: number) => ({
  ...various(index),
  ...{ email: 'sample.person@example.com', phone: '+47 22 33 44 55', notes: 'Wants an offer.' },
})

export const PAGES: State[] = [
  { name: 'tell-nobody', path: 'options.html#tell', sign: '.empty' },
  {
    name: 'tell-list',
    path: 'options.html#tell',
    before: ({ page }) => seed(page, { count: 8, fields: various, row: dueRow }),
    sign: '.to-tell [data-is=needs-you]',
  },
  {
    name: 'tell-letter',
    path: 'options.html#tell',
    before: ({ page }) => seed(page, { count: 3, fields: reachable, row: dueRow }),
    async act({ page }) {
      await page.locator('.to-tell button').nth(1).click()
      await page.locator('.tell-box input').first().fill('Sample Data ASA')
      await page.locator('.tell-box summary').click()
    },
    sign: '.tell-box .letter',
  },
  {
    name: 'tell-told',
    path: 'options.html#tell',
    before: ({ page }) => seed(page, { count: 3, fields: various, row: dueRow }),
    async act({ page }) {
      await page.locator('.to-tell button').first().click()
      await page.locator('.tell-box .actions button').last().click()
    },
    sign: '.notice.good',
  },
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
