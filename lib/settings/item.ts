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
 * One value in `storage.local`, under one key, with one schema: parsed when it is read, because a
 * file on disk is an edge too. What doesn't fit counts as absent and is left where it lies.
 */
export function item<T>(key: string, schema: z.ZodMiniType<T>): Item<T> {
  const parse = (value: unknown) => {
    const read = schema.safeParse(value)
    return read.success ? read.data : undefined
  }
  return {
    read: async () => parse((await browser.storage.local.get(key))[key]),
    write: value => browser.storage.local.set({ [key]: schema.parse(value) }),
    remove: () => browser.storage.local.remove(key),
    watch(listener) {
      const heard = (changes: Record<string, { newValue?: unknown }>) => {
        if (key in changes) listener(parse(changes[key]?.newValue))
      }
      browser.storage.local.onChanged.addListener(heard)
      return () => browser.storage.local.onChanged.removeListener(heard)
    },
  }
}
