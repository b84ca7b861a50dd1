import { type Answer, DoorError } from '../../../lib/crm/http.ts'
import type { Lead } from '../../../lib/crm/open/contract.ts'
import type { Clock } from './clock.ts'

/** A CRM that takes so many requests in a second, and is down at times. */
export interface Crm {
  ask(leads: readonly Lead[]): Promise<Answer>
  /** When each lead came onto its card. */
  readonly came: ReadonlyMap<string, number>
  readonly counts: { asked: number; refused: number; silent: number; doubled: number }
}

/** How long an answer is on its way, in milliseconds. */
const ANSWER_AFTER = 100

/** What it keeps of a lead that came: one that comes twice though it was answered is doubled. */
interface Kept {
  isAnswered: boolean
}

export function createCrm(clock: Clock, perSecond: number, isDown: (time: number) => boolean): Crm {
  const came = new Map<string, number>()
  const kept = new Map<string, Kept>()
  const counts = { asked: 0, refused: 0, silent: 0, doubled: 0 }
  let second = -1
  let taken = 0

  const after = (ms: number) =>
    new Promise<void>(resolve => clock.at(clock.now() + ms, () => resolve()))

  function take({ id }: Lead): Kept {
    const known = kept.get(id)
    if (known?.isAnswered) counts.doubled += 1
    if (known !== undefined) return known
    const lead = { isAnswered: false }
    kept.set(id, lead)
    came.set(id, clock.now())
    return lead
  }

  return {
    came,
    counts,
    async ask(leads) {
      counts.asked += 1
      if (isDown(clock.now())) {
        counts.silent += 1
        await after(ANSWER_AFTER)
        throw new DoorError('unreachable')
      }
      if (Math.floor(clock.now() / 1000) !== second) {
        second = Math.floor(clock.now() / 1000)
        taken = 0
      }
      taken += 1
      if (taken > perSecond) {
        counts.refused += 1
        await after(ANSWER_AFTER)
        return { status: 429, json: undefined, retryAfter: '1' }
      }
      const these = leads.map(take)
      await after(ANSWER_AFTER)
      // It went down with the answer still to be sent: the leads are there, and nobody knows.
      if (isDown(clock.now())) throw new DoorError('unreachable')
      for (const lead of these) lead.isAnswered = true
      const results = leads.map(({ id }) => ({ id, status: 'created' }))
      return { status: 200, json: { results }, retryAfter: undefined }
    },
  }
}
