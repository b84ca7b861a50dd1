import { browser } from 'wxt/browser'
import { isEmpty, readDraft } from '../lead/draft.ts'
import { isSame, merge } from '../lead/merge.ts'

/**
 * Where words are kept that `storage.local` may not have yet. Chromium finishes a write of a page
 * that closes; Firefox ends it with the page, and every popup that was closed within some
 * milliseconds of a key lost letters (tests/firefox/closing.spec.ts). There `localStorage` takes them
 * in the input event itself, and has them until a write that says them too has come to its end.
 */
export interface LastWords {
  /** Writes these values to `storage.local`. Call it before anything is awaited. */
  keep(items: Record<string, unknown>): Promise<void>
  /**
   * Reads from `storage.local`, with what windows that closed left behind. It writes nothing: a disk
   * may be full, and a window may be writing just now.
   * @param key `null` for all that is there
   */
  read(key: string | null): Promise<Record<string, unknown>>
  /** Forgets what was left behind about this draft, or under this key. */
  forget(gone: { id?: string; key?: string }): void
  /** Forgets what was left behind and is said by this value too, which is kept elsewhere. */
  settle(key: string, value: unknown): void
}

/** Each window has entries of its own, so that none takes another one's away. */
const PREFIX = 'last:'

/** The one of a browser that finishes what it began. */
const PATIENT: LastWords = {
  keep: items => browser.storage.local.set(items),
  read: key => browser.storage.local.get(key),
  forget: () => undefined,
  settle: () => undefined,
}

/** Something that a window wrote and `storage.local` may lack. */
interface Left {
  slot: string
  key: string
  text: string
  value: unknown
}

/**
 * @param slots where a value stays at once, and outlives the page
 * @param window tells this window's entries from those of others
 */
function createLastWords(slots: Storage, window: string): LastWords {
  const left = (): Left[] =>
    (attempt(() => Object.keys(slots)) ?? [])
      .filter(slot => slot.startsWith(PREFIX))
      .flatMap(slot => {
        const text = attempt(() => slots.getItem(slot)) ?? ''
        const value: unknown = attempt(() => JSON.parse(text))
        // One that is damaged is no reason to read nothing else.
        return typeof value !== 'object' || value === null
          ? []
          : [{ slot, key: slot.slice(slot.indexOf('/') + 1), text, value }]
      })
  /** Unless something newer has come to stand there. */
  const remove = ({ slot, text }: Pick<Left, 'slot' | 'text'>) =>
    attempt(() => slots.getItem(slot) === text && slots.removeItem(slot))
  const removeAll = (which: (one: Left) => boolean) => left().filter(which).forEach(remove)

  return {
    async keep(items) {
      const taken = Object.entries(items).map(([key, value]) => {
        const [slot, text] = [`${PREFIX}${window}/${key}`, JSON.stringify(value)] as const
        attempt(() => {
          slots.setItem(slot, text)
          removeAll(one => one.slot !== slot && saysAll(key, value, one))
        })
        return { slot, text }
      })
      await browser.storage.local.set(items)
      taken.forEach(remove)
    },
    async read(key) {
      // Before the other is asked: what it takes meanwhile would be seen in neither.
      const before = left().filter(one => key === null || one.key === key)
      return before.reduce(withLeft, await browser.storage.local.get(key))
    },
    forget: ({ id, key }) =>
      removeAll(one => one.key === key || (id !== undefined && readDraft(one.value)?.id === id)),
    settle: (key, value) => removeAll(one => saysAll(key, value, one)),
  }
}

/**
 * Asks the quick storage, which may be full, damaged or switched off. The one that is asked next
 * says whether that matters.
 */
function attempt<T>(task: () => T): T | undefined {
  try {
    return task()
  } catch {
    return undefined
  }
}

/** What was left behind, with what is there: copies of one draft are merged, and no other replaced. */
function withLeft(there: Record<string, unknown>, { key, value }: Left): Record<string, unknown> {
  const [mine, theirs] = [readDraft(value), readDraft(there[key])]
  if (mine === undefined) return { ...there, [key]: value }
  const isOther = theirs !== undefined && theirs.id !== mine.id
  if (isOther && isEmpty(mine)) return there
  const to = isOther && !isEmpty(theirs) ? `draft:${mine.id}` : key
  const copy = readDraft(there[to])
  return { ...there, [to]: copy?.id === mine.id ? merge(copy, mine) : value }
}

/** Whether nothing is lost with what was left behind, once this value is kept under its key. */
function saysAll(key: string, value: unknown, left: Left): boolean {
  const [mine, theirs] = [readDraft(value), readDraft(left.value)]
  if (mine === undefined || theirs === undefined) return left.key === key
  return mine.id === theirs.id ? isSame(merge(mine, theirs), mine) : isEmpty(theirs)
}

/**
 * @param slots gives the quick storage; Firefox throws, or has none, where it was told to keep no
 *   data of pages
 */
export function lastWordsIn(slots: () => Storage | null, window: string): LastWords {
  const quick = attempt(slots)
  return quick ? createLastWords(quick, window) : PATIENT
}

export const lastWords: LastWords = import.meta.env.FIREFOX
  ? lastWordsIn(() => localStorage, crypto.randomUUID())
  : PATIENT
