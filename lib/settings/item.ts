import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { news, watchSession } from './news.ts'

// Zod compiles its checks with `new Function` where it may; our policy forbids that, and the mere
// attempt is reported as a violation. This module is loaded before any schema is used.
z.config({ jitless: true })

export interface Item<T> {
  read(): Promise<T | undefined>
  write(value: T): Promise<void>
  remove(): Promise<void>
  /** Calls back with each new value, from whichever window it came. @returns how to stop */
  watch(listener: (value: T | undefined) => void): () => void
}

/**
 * One value in the browser's storage, under one key, with one schema: parsed when it is read, because
 * a file on disk is an edge too. What doesn't fit counts as absent and is left where it lies.
 *
 * @param area `session` is forgotten when the browser ends, and lies on no disk
 */
export function item<T>(
  key: string,
  schema: z.ZodMiniType<T>,
  area: 'local' | 'session' = 'local',
): Item<T> {
  const parse = (value: unknown) => {
    const read = schema.safeParse(value)
    return read.success ? read.data : undefined
  }
  const read = async () => parse((await browser.storage[area].get(key))[key])
  return {
    read,
    async write(value) {
      await browser.storage[area].set({ [key]: schema.parse(value) })
      if (area === 'local') await news.tell(key)
    },
    async remove() {
      await browser.storage[area].remove(key)
      if (area === 'local') await news.tell(key)
    },
    watch(listener) {
      // Where the storage can't be read, nothing has changed that could be told.
      const look = () => void read().then(listener, () => undefined)
      return area === 'local' ? news.watch(key, look) : watchSession(key, look)
    },
  }
}
