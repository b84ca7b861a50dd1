import { test as base, expect } from '@playwright/test'
import { type Crm, startCrm } from './crm.ts'
import { type Extension, startExtension } from './extension.ts'

interface Fixtures {
  /** What a story provokes on purpose: a CRM that is down makes the browser print an error. */
  allowedTrouble: RegExp[]
  extension: Extension
}

interface Shared {
  /** The CRM that the stories of one process have in turn: each has companies of its own. */
  crm: Crm
}

/**
 * Stories get a browser with the extension in it, and an embedded CRM if they ask for one. A story
 * in which the console showed an error, or the content security policy was violated, has failed.
 */
export const test = base.extend<Fixtures, Shared>({
  allowedTrouble: [[], { option: true }],
  extension: async ({ allowedTrouble }, use) => {
    const extension = await startExtension()
    await use(extension)
    await extension.close()
    const isAllowed = (text: string) => allowedTrouble.some(pattern => pattern.test(text))
    expect(extension.trouble.filter(text => !isAllowed(text))).toEqual([])
  },
  crm: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const crm = await startCrm()
      await use(crm)
      await crm.stop()
    },
    { scope: 'worker' },
  ],
})

export { expect }
