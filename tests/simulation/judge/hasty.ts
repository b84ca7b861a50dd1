import type { Entry } from '../history.ts'
import type { Found } from './checker.ts'

/** Until an answer is written down, another request may have been begun. In milliseconds. */
const WRITING = 100

/**
 * Requests that a CRM had asked to be spared. What takes the wait away again is left out: a browser
 * that could not keep it (killed, disk full), somebody who said *now*, a clock that was set.
 */
export function hasty(history: readonly Entry[]): Found[] {
  const found: Found[] = []
  let spared: { from: number; until: number; to: string } | undefined
  const asked = new Map<number, string>()
  for (const entry of history) {
    if (entry.is === 'call') {
      asked.set(entry.call, entry.to)
      const isSpared = spared && entry.at > spared.from + WRITING && entry.at < spared.until
      if (isSpared && entry.to === spared?.to) {
        found.push({ fault: 'hasty', detail: `call ${entry.call}` })
      }
    } else if (entry.is === 'answer' && entry.wait !== undefined) {
      spared = { from: entry.at, until: entry.at + entry.wait, to: asked.get(entry.call) ?? '' }
    } else if (FORGETTING.includes(entry.is)) spared = undefined
    else if (entry.is === 'answer' && entry.took.length > 0) spared = undefined
  }
  return found
}

const FORGETTING: readonly Entry['is'][] = [
  'killed',
  'not written',
  'retried',
  'clock set',
  'connected',
]
