import { test as base, expect } from '@playwright/test'
import { type Crm, startCrm } from './crm.ts'
import { type Extension, startExtension } from './extension.ts'

interface Fixtures {
  /** What a story provokes on purpose: a CRM that is down makes the browser print an error. */
  allowedTrouble: RegExp[]
  extension: Extension
  crm: Crm
}

/**
 * Stories get a browser with the extension in it, and an embedded CRM if they ask for one. A story
 * in which the console showed an error, or the content security policy was violated, has failed.
 */
export const test = base.extend<Fixtures>({
  allowedTrouble: [[], { option: true }],
  extension: async ({ allowedTrouble }, use) => {
    const extension = await startExtension()
    await use(extension)
    await extension.close()
    const isAllowed = (text: string) => allowedTrouble.some(pattern => pattern.test(text))
    expect(extension.trouble.filter(text => !isAllowed(text))).toEqual([])
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  crm: async ({}, use) => {
    const crm = await startCrm()
    await use(crm)
    await crm.stop()
  },
})

export { expect }
