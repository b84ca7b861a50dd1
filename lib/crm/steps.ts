import { isUnclear, type Problem } from '../lead/problem.ts'
import { Adjourned, type Checkpoint, type Item, type Session } from './connector.ts'

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

/** What a step notes where nothing came of it yet: nobody can be told whether it was done, … */
const BEGUN = '?'
/** … it was looked for and isn't there, so that a wake-up without time left needn't look again, … */
const ABSENT = '-'
/** … or nothing is known of it. */
const OPEN = ''

const isNote = (value: string) => [BEGUN, ABSENT, OPEN].includes(value)

/**
 * Writes what may be written again and again, such as the fields of a contact, but only where it says
 * something else than the CRM was told last. That is kept here rather than found by comparing with an
 * earlier revision: of one whose answer was lost nobody knows whether the CRM has it.
 *
 * @param name unique within the lead, and the same at each try
 * @param says what is written, in words that are the same for the same
 * @returns whether it had to be written
 */
export async function tellChanged(
  { lead, done }: Item,
  checkpoint: Checkpoint,
  { name, says, write }: { name: string; says: string; write(): Promise<unknown> },
): Promise<boolean> {
  const before = done[name] ?? OPEN
  if (before === says) return false
  // Until it is answered nobody knows which of the two the CRM has.
  if (before !== OPEN) await checkpoint(lead.id, name, OPEN)
  await write()
  await checkpoint(lead.id, name, says)
  return true
}

/** Whether a request ended in such a way that it did nothing: it was refused, or never begun. */
function didNothing(error: unknown): boolean {
  if (error instanceof Adjourned) return true
  return error instanceof Error && 'problem' in error && !isUnclear(error.problem as Problem)
}

/**
 * Takes the steps of one lead.
 *
 * @param lag how long after a write the CRM's search may still not show it, in milliseconds; waited
 *   for by a clock that nobody can set. Has to be shorter than what a wake-up may begin requests in
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

  /** @param before what is noted where the request did nothing; `during`: while nobody knows */
  async function makeOnce({ name, make }: Step, before: string, during: string): Promise<string> {
    if ((done[name] ?? OPEN) !== during) await keep(name, during)
    let made: string
    try {
      made = await make()
    } catch (error) {
      if (before !== during && didNothing(error)) await keep(name, before)
      throw error
    }
    return keep(name, made)
  }

  return async function take(step: Step): Promise<string> {
    const { name, find } = step
    const known = done[name] ?? OPEN
    if (!isNote(known)) return known
    const isFirst = mayHaveBegun
    mayHaveBegun = false
    if (find === undefined) {
      if (known === BEGUN && !item.isMissing) throw new UnclearStep()
      return makeOnce(step, OPEN, BEGUN)
    }
    const found = isFirst && known !== ABSENT ? await foundBy(find) : undefined
    if (found !== undefined) return keep(name, found)
    return makeOnce(step, isFirst || known === ABSENT ? ABSENT : OPEN, OPEN)
  }
}
