import { isOfTheCrm, type Problem } from '../../lead/problem.ts'
import type { Lead } from '../../lead/schema.ts'

/** A request that was refused as a whole. */
export interface Refusal {
  problem: Problem
  retryAfter?: string
  /** Whether one lead among them may be the reason. */
  mayBePoisoned: boolean
}

/** Some of the leads, and what was said of them together. */
export interface Answered<T> {
  part: readonly Lead[]
  answer: T | Refusal
}

type Ask<T> = (part: readonly Lead[]) => Promise<T | Refusal>
type Parts<T> = AsyncGenerator<Answered<T>>

const isRefusal = (answer: object): answer is Refusal => 'problem' in answer
const isTooLarge = (answer: object) => isRefusal(answer) && answer.problem.code === 'too-large'
const isPoisoned = (answer: object) => isRefusal(answer) && answer.mayBePoisoned

/** Whether every other lead would meet the same, and none of them is the reason. */
const isDown = (answer: object) =>
  isRefusal(answer) && !answer.mayBePoisoned && isOfTheCrm(answer.problem)

/**
 * Asks for all leads at once, and in parts where that is too large, or where one lead may be the
 * reason why all are refused.
 *
 * @returns parts that together are all of `leads`, each once, with their answers
 */
export async function* inParts<T extends object>(leads: readonly Lead[], ask: Ask<T>): Parts<T> {
  const answer = await ask(leads)
  if (leads.length === 1) yield { part: leads, answer: ofOneLead(answer) }
  else if (isTooLarge(answer)) yield* inHalves(leads, part => inParts(part, ask))
  else if (isPoisoned(answer)) yield* fromTheEnds(leads, ask)
  else yield { part: leads, answer }
}

/**
 * So that a CRM that is down isn't asked a hundred times, the first and the last lead are tried
 * alone: where both are refused too, it isn't a lead's fault.
 */
async function* fromTheEnds<T extends object>(leads: readonly Lead[], ask: Ask<T>): Parts<T> {
  const [first, last] = [leads.slice(0, 1), leads.slice(-1)]
  const ofFirst = await ask(first)
  if (isDown(ofFirst)) return yield { part: leads, answer: ofFirst }
  const ofLast = await ask(last)
  if (isPoisoned(ofFirst) && isPoisoned(ofLast)) return yield { part: leads, answer: ofLast }
  yield { part: first, answer: ofOneLead(ofFirst) }
  if (isDown(ofLast)) return yield { part: leads.slice(1), answer: ofLast }
  yield { part: last, answer: ofOneLead(ofLast) }
  yield* bisect(leads.slice(1, -1), ask)
}

/** Finds those who are refused, now that others are not. */
async function* bisect<T extends object>(leads: readonly Lead[], ask: Ask<T>): Parts<T> {
  if (leads.length === 0) return
  const answer = await ask(leads)
  if (leads.length === 1) yield { part: leads, answer: ofOneLead(answer) }
  else if (isPoisoned(answer) || isTooLarge(answer)) {
    yield* inHalves(leads, part => bisect(part, ask))
  } else yield { part: leads, answer }
}

/** The second half is not asked for where the first met something that every lead would meet. */
async function* inHalves<T extends object>(
  leads: readonly Lead[],
  go: (part: readonly Lead[]) => Parts<T>,
): Parts<T> {
  const middle = Math.ceil(leads.length / 2)
  let down: Refusal | undefined
  for await (const each of go(leads.slice(0, middle))) {
    if (isRefusal(each.answer) && isOfTheCrm(each.answer.problem)) down = each.answer
    yield each
  }
  if (down === undefined) yield* go(leads.slice(middle))
  else yield { part: leads.slice(middle), answer: down }
}

/** What is refused alone has the reason in itself, as far as anybody can tell from here. */
function ofOneLead<T extends object>(answer: T | Refusal): T | Refusal {
  if (!isRefusal(answer) || !answer.mayBePoisoned) return answer
  const code = answer.problem.code === 'other-version' ? 'rejected' : 'item-later'
  return { ...answer, problem: { code } }
}
