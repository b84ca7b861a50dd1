import { browser } from 'wxt/browser'

const PREFIX = 'changed:'

/**
 * That a setting was changed, in any window. It is told through `storage.session`, since whoever
 * listens to `storage.local` hears each letter that is typed: the worker would be awake for as long
 * as somebody types, and each letter would wait for it.
 */
export const news = {
  /** The setting is kept by then: who doesn't hear of it has it the next time they read it. */
  tell: (key: string): Promise<void> =>
    browser.storage.session.set({ [PREFIX + key]: crypto.randomUUID() }).catch(() => undefined),
  /** Calls back whenever the setting under a key was changed. @returns how to stop */
  watch: (key: string, listener: () => void) => watchSession(PREFIX + key, listener),
}

/** Calls back whenever the value under a key of `storage.session` was changed. @returns how to stop */
export function watchSession(key: string, listener: () => void): () => void {
  const heard = (changes: Record<string, unknown>) => {
    if (key in changes) listener()
  }
  browser.storage.session.onChanged.addListener(heard)
  return () => browser.storage.session.onChanged.removeListener(heard)
}
