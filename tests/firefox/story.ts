import { type Firefox, noFirefox, startFirefox } from '../harness/firefox/firefox.ts'
import { test as base, expect } from '../harness/test.ts'

interface Fixtures {
  fox: Firefox
}

/**
 * Stories in a Firefox of their own, with the extension just installed. One in which the console
 * showed an error, or the content security policy was violated, has failed.
 */
export const test = base.extend<Fixtures>({
  fox: async ({ allowedTrouble }, use, testInfo) => {
    testInfo.setTimeout(180_000)
    skipWithoutFirefox()
    const fox = await startFirefox()
    await use(fox)
    const trouble = await fox.trouble()
    await fox.close()
    const isAllowed = (text: string) => allowedTrouble.some(pattern => pattern.test(text))
    expect(trouble.filter(text => !isAllowed(text))).toEqual([])
  },
})

/** What Firefox says where a page or the background ends while it writes: the journal is for that. */
export const ENDED_WRITING = [
  /IndexedDB transaction that was not yet complete|Promise \w+ after context unloaded/,
]

/** Skips the story where there is no Firefox. */
export function skipWithoutFirefox(): void {
  const reason = noFirefox()
  test.skip(reason !== null, reason ?? '')
}

export { expect }
