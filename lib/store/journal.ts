import { browser } from 'wxt/browser'
import { type Draft, readDraft } from '../lead/draft.ts'
import { lastWords } from './lastWords.ts'

/**
 * The journal: where a keystroke is safe first. `storage.local.set` is the one asynchronous write
 * that was seen to survive both a popup closed within the input event and SIGKILL of the browser
 * (tests/closing holds that; a plain Dexie put does not), in Chromium; for Firefox see lastWords.ts.
 * The row in the database follows behind.
 *
 * `draft:open` is the draft on the form. `draft:<id>` is one that left the form before its row had
 * caught up. Both keep whole drafts, so a single write is never half of one.
 */
const OPEN = 'draft:open'
const PREFIX = 'draft:'

const keyOf = (draft: Draft) => PREFIX + draft.id

/** A field with nothing in it is read back as one that is missing, and each byte makes a key wait. */
const entryOf = (draft: Draft) => ({
  ...draft,
  fields: Object.fromEntries(Object.entries(draft.fields).filter(([, text]) => text !== '')),
})

export interface Journal {
  /** The draft on the form, if there is one. */
  readOpen(): Promise<Draft | undefined>
  /** Keeps the draft on the form. Call it in the input event itself, before anything is awaited. */
  keep(draft: Draft): Promise<void>
  /** Keeps a draft beside the one on the form, while it isn't known which one that is. */
  keepAside(draft: Draft): Promise<void>
  /** Puts another draft on the form; the one that was there stays, under its own id. */
  replace(left: Draft, next: Draft): Promise<void>
  /** Calls back when any window changes what is on the form. @returns how to stop */
  watchOpen(listener: (open: Draft | undefined) => void): () => void
  /** Takes the draft off the form, unless another one has come to stand there. */
  clear(draft: Draft): Promise<void>
  /** Drafts that left the form and whose rows may not have caught up. */
  readLeft(): Promise<Draft[]>
  /** Forgets a draft that left the form: its row has it. */
  settle(draft: Draft): Promise<void>
}

export const journal: Journal = {
  async readOpen() {
    const found = await lastWords.read(OPEN)
    return readDraft(found[OPEN])
  },
  keep: draft => lastWords.keep({ [OPEN]: entryOf(draft) }),
  keepAside: draft => lastWords.keep({ [keyOf(draft)]: entryOf(draft) }),
  replace: (left, next) => lastWords.keep({ [keyOf(left)]: entryOf(left), [OPEN]: entryOf(next) }),
  watchOpen(listener) {
    const heard = (changes: Record<string, { newValue?: unknown }>) => {
      if (OPEN in changes) listener(readDraft(changes[OPEN]?.newValue))
    }
    browser.storage.local.onChanged.addListener(heard)
    return () => browser.storage.local.onChanged.removeListener(heard)
  },
  async clear(draft) {
    lastWords.forget({ id: draft.id })
    const open = readDraft((await browser.storage.local.get(OPEN))[OPEN])
    if (open?.id === draft.id) await browser.storage.local.remove(OPEN)
  },
  async readLeft() {
    const all = await lastWords.read(null)
    return Object.entries(all)
      .filter(([key]) => key.startsWith(PREFIX) && key !== OPEN)
      .map(([, value]) => readDraft(value))
      .filter(draft => draft !== undefined)
  },
  settle(draft) {
    lastWords.settle(keyOf(draft), draft)
    return browser.storage.local.remove(keyOf(draft))
  },
}
