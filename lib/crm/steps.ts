import type { Problem } from '../lead/problem.ts'
import type { Checkpoint, Item, Session } from './connector.ts'

/**
 * For CRMs without an upsert, where a lead takes several requests: company, contact, link, lead, an
 * activity each. What came of a step is on disk before the next begins, and a step that may have
 * been done is looked for before it is done again.
 */

/** How one remote record comes to be, once. */
export interface Step {
  /** Unique within the lead, and the same at each try: `contact`, `activity:<id>`. */
  name: string
  /**
   * Looks for what an earlier try may have made, by the lead's marker. Without it the step can't be
   * repeated by itself: the CRM keeps nothing to find it by.
   */
  find?(): Promise<string | undefined>
  /** Makes the record. @returns its id at the CRM */
  make(): Promise<string>
}

/** A step that may have been done, and nobody can tell. Somebody has to look at the card. */
export class UnclearStep extends Error {
  override name = 'UnclearStep'
  readonly problem: Problem = { code: 'unclear-step' }
}

/** What a step notes before it does what can't be found again. */
const BEGUN = '?'

/**
 * Takes the steps of one lead.
 *
 * @param lag how long after a write the CRM's search may still not show it, in milliseconds; waited
 *   for by a clock that nobody can set
 * @returns takes one step: what came of it, now or earlier
 */
export function stepsOf(item: Item, session: Session, checkpoint: Checkpoint, lag: number) {
  const done: Record<string, string> = { ...item.done }
  // Only the first step that is not behind us can have been under way.
  let mayHaveBegun = item.isUnclear

  async function keep(name: string, value: string): Promise<string> {
    await checkpoint(item.lead.id, name, value)
    done[name] = value
    return value
  }

  async function foundBy(find: NonNullable<Step['find']>): Promise<string | undefined> {
    const found = await find()
    if (found !== undefined || lag === 0) return found
    await session.pause(lag)
    return find()
  }

  return async function take({ name, find, make }: Step): Promise<string> {
    const known = done[name]
    if (known !== undefined && known !== BEGUN) return known
    const isFirst = mayHaveBegun
    mayHaveBegun = false
    if (find === undefined) {
      if (known === BEGUN && !item.isMissing) throw new UnclearStep()
      await keep(name, BEGUN)
      return keep(name, await make())
    }
    const found = isFirst ? await foundBy(find) : undefined
    return keep(name, found ?? (await make()))
  }
}
