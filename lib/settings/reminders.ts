import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { item } from './item.ts'

/**
 * That somebody wants to be told on the day on which they are to follow somebody up, and since when:
 * what was due before is in the list, and no news.
 */
const kept = item('reminders', z.strictObject({ since: z.iso.date() }))

/** The browser shows notifications of ours only where it was asked for that, which may be taken back. */
const PERMISSION = { permissions: ['notifications' as const] }

/** Since when the user is told, `YYYY-MM-DD`; `undefined` where they are not, or may not be. */
async function read(): Promise<string | undefined> {
  const [chosen, isAllowed] = await Promise.all([
    kept.read(),
    browser.permissions.contains(PERMISSION),
  ])
  return isAllowed ? chosen?.since : undefined
}

export const reminders = {
  read,
  /**
   * Asks the browser's own question, where it was not answered yet. Must be the first thing that a
   * click handler does: after an `await` the click no longer counts.
   *
   * @param today `YYYY-MM-DD`
   * @returns whether it was allowed
   */
  async switchOn(today: string): Promise<boolean> {
    if (!(await browser.permissions.request(PERMISSION))) return false
    await kept.write({ since: today })
    return true
  },
  /** Gives the permission back as well: nothing else needs it. */
  async switchOff(): Promise<void> {
    await kept.remove()
    await browser.permissions.remove(PERMISSION)
  },
  /** Calls back whenever it is switched, here or in the browser's own pages. @returns how to stop */
  watch(listener: (since: string | undefined) => void): () => void {
    // Where the storage can't be read, nothing has changed that could be told.
    const look = () => void read().then(listener, () => undefined)
    const stop = kept.watch(look)
    browser.permissions.onAdded.addListener(look)
    browser.permissions.onRemoved.addListener(look)
    return () => {
      stop()
      browser.permissions.onAdded.removeListener(look)
      browser.permissions.onRemoved.removeListener(look)
    }
  },
}
