import { browser } from 'wxt/browser'
import { isEmpty, readDraft } from '../lead/draft.ts'
import { merge } from '../lead/merge.ts'

/**
 * Where words are kept that `storage.local` may not have yet. Chromium finishes a write of a page
 * that closes; Firefox ends it with the page, and every popup that was closed within some
 * milliseconds of a key lost letters (tests/firefox/closing.spec.ts). There `localStorage` takes them
 * in the input event itself, until the other has them.
 */
export interface LastWords {
  /** Writes these values to `storage.local`. Call it before anything is awaited. */
  keep(items: Record<string, unknown>): Promise<void>
  /**
   * Reads from `storage.local`, once it has what windows that closed left behind.
   * @param key `null` for all that is there
   */
  read(key: string | null): Promise<Record<string, unknown>>
  /** Forgets what was left behind about this draft, or under this key. */
  forget(gone: { id?: string; key?: string }): void
}

/** Each window has entries of its own, so that none takes another one's away. */
const PREFIX = 'last:'

/** The one of a browser that finishes what it began. */
const PATIENT: LastWords = {
  keep: items => browser.storage.local.set(items),
  read: key => browser.storage.local.get(key),
  forget: () => undefined,
}

/**
 * @param slots where a value stays at once, and outlives the page
 * @param window tells this window's entries from those of others
 */
export function createLastWords(slots: Storage, window: string): LastWords {
  const left = () => Object.keys(slots).filter(slot => slot.startsWith(PREFIX))
  const keyOf = (slot: string) => slot.slice(slot.indexOf('/') + 1)
  /** Unless something newer has come to stand there. */
  const remove = (slot: string, text: string) => {
    if (slots.getItem(slot) === text) slots.removeItem(slot)
  }
  async function carryOver() {
    for (const slot of left()) {
      const text = slots.getItem(slot)
      if (text === null) continue // another window has carried it over meanwhile
      const key = keyOf(slot)
      const there = (await browser.storage.local.get(key))[key]
      await browser.storage.local.set(together(key, JSON.parse(text), there))
      remove(slot, text)
    }
  }
  return {
    async keep(items) {
      const taken = Object.entries(items).map(([key, value]) => {
        const [slot, text] = [`${PREFIX}${window}/${key}`, JSON.stringify(value)] as const
        try {
          slots.setItem(slot, text)
        } catch {
          // Full, or switched off: the storage that is asked next says whether that matters.
        }
        return [slot, text] as const
      })
      await browser.storage.local.set(items)
      for (const [slot, text] of taken) remove(slot, text)
    },
    async read(key) {
      await carryOver()
      return browser.storage.local.get(key)
    },
    forget({ id, key }) {
      for (const slot of left()) {
        const { id: known } = JSON.parse(slots.getItem(slot) ?? '{}') as { id?: string }
        if (keyOf(slot) === key || (id !== undefined && known === id)) slots.removeItem(slot)
      }
    },
  }
}

/** What was left behind, with what is there: copies of one draft are merged, and no other replaced. */
function together(key: string, left: unknown, there: unknown): Record<string, unknown> {
  const [mine, theirs] = [readDraft(left), readDraft(there)]
  if (mine === undefined || theirs === undefined || isEmpty(theirs)) return { [key]: left }
  if (mine.id === theirs.id) return { [key]: merge(theirs, mine) }
  return isEmpty(mine) ? {} : { [`draft:${mine.id}`]: mine }
}

export const lastWords: LastWords = import.meta.env.FIREFOX
  ? createLastWords(localStorage, crypto.randomUUID())
  : PATIENT
