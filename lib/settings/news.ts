import { browser } from 'wxt/browser'

const KEY = 'settings-changed'

/**
 * That a setting was changed, in any window. It is told through `storage.session`, since whoever
 * listens to `storage.local` hears each letter that is typed: the worker would be awake for as long
 * as somebody types, and each letter would wait for it.
 */
export const news = {
  /** Nobody's setting depends on it: who did not hear it reads the setting at their next start. */
  tell: (): Promise<void> =>
    browser.storage.session.set({ [KEY]: crypto.randomUUID() }).catch(() => undefined),
  /** Calls back whenever a setting was changed. @returns how to stop */
  watch: (listener: () => void) => watchSession(KEY, listener),
}

/** Calls back whenever the value under a key of `storage.session` was changed. @returns how to stop */
export function watchSession(key: string, listener: () => void): () => void {
  const heard = (changes: Record<string, unknown>) => {
    if (key in changes) listener()
  }
  browser.storage.session.onChanged.addListener(heard)
  return () => browser.storage.session.onChanged.removeListener(heard)
}
