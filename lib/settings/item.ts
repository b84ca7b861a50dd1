import { browser } from 'wxt/browser'
import * as z from 'zod/mini'

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
  return {
    read: async () => parse((await browser.storage[area].get(key))[key]),
    write: value => browser.storage[area].set({ [key]: schema.parse(value) }),
    remove: () => browser.storage[area].remove(key),
    watch(listener) {
      const heard = (changes: Record<string, { newValue?: unknown }>) => {
        if (key in changes) listener(parse(changes[key]?.newValue))
      }
      browser.storage[area].onChanged.addListener(heard)
      return () => browser.storage[area].onChanged.removeListener(heard)
    },
  }
}
