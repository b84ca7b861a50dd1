import { browser } from 'wxt/browser'
import { ACTIVITY_KINDS } from '../lead/kinds.ts'
import type { Activity } from '../lead/schema.ts'
import { lastWords } from './lastWords.ts'

/**
 * Activities that somebody has begun to write and not logged, one a person, each under a key of its
 * own in `storage.local`, for the reason that the journal of drafts is there. The id is the one that
 * the activity will have, so that what was logged and not forgotten here is not logged again.
 */
const PREFIX = 'unfinished:'

/** What stands in the box, finished or not. */
export type Unfinished = Activity & { leadId: string }

/** Keeps what stands in the box. Call it in the input event itself, before anything is awaited. */
export const keepUnfinished = (unfinished: Unfinished): Promise<void> =>
  lastWords.keep({ [PREFIX + unfinished.leadId]: unfinished })

export function forgetUnfinished(leadId: string): Promise<void> {
  const key = PREFIX + leadId
  lastWords.forget({ key })
  return browser.storage.local.remove(key)
}

export async function readUnfinished(leadId: string): Promise<Unfinished | undefined> {
  const key = PREFIX + leadId
  return parse((await lastWords.read(key))[key])
}

export async function readAllUnfinished(): Promise<Unfinished[]> {
  const all = await lastWords.read(null)
  return Object.entries(all)
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([, value]) => parse(value))
    .filter(unfinished => unfinished !== undefined)
}

/** Calls back when any window begins or ends one. @returns how to stop */
export function watchUnfinished(listener: () => void): () => void {
  const heard = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => {
    const isOne = ([key, { oldValue, newValue }]: [string, (typeof changes)[string]]) =>
      key.startsWith(PREFIX) && isThere(oldValue) !== isThere(newValue)
    if (Object.entries(changes).some(isOne)) listener()
  }
  browser.storage.local.onChanged.addListener(heard)
  return () => browser.storage.local.onChanged.removeListener(heard)
}

const isThere = (value: unknown) => value !== undefined && value !== null

/** Lenient, like the reading of drafts: somebody's words are worth more than a damaged kind or date. */
function parse(value: unknown): Unfinished | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { leadId, id, kind, on, text } = value as Record<string, unknown>
  if (typeof leadId !== 'string' || typeof id !== 'string' || typeof text !== 'string') {
    return undefined
  }
  return {
    ...{ leadId, id, text },
    kind: ACTIVITY_KINDS.find(known => known === kind) ?? 'note',
    on: typeof on === 'string' ? on : '',
  }
}
