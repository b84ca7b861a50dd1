import { silentAddress } from '../../servers/listen.ts'
import type { Stage, State } from '../stage.ts'
import { write } from './people.ts'

/** The other tabs of the options page, and the welcome page. */

const connectTo = async ({ page }: Stage, address: string, token: string) => {
  await write(page, { address, token })
  await page.locator('.actions button').first().click()
}

export const PAGES: State[] = [
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
