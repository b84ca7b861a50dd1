import type { Problem, ProblemCode } from '../../lead/problem.ts'
import type { Lead } from '../../lead/schema.ts'
import type { Item, Outcome, Place, Session } from '../connector.ts'
import { problemOfRefusal, problemOfStatus } from '../status.ts'
import { type BatchResult, batchAnswerSchema } from './contract.ts'
import { inParts, type Refusal } from './parts.ts'

/**
 * Sends leads in one request, and in parts where the CRM can't take that one. The endpoint keeps one
 * card entry for each id and revision, so leads with an unclear outcome may be sent again without
 * being looked up first.
 */
export async function* push(session: Session, items: readonly Item[]): AsyncGenerator<Outcome> {
  const leads = items.map(({ lead }) => lead)
  const ask = (part: readonly Lead[]) => askFor(session, part)
  for await (const { part, answer } of inParts(leads, ask)) {
    if ('results' in answer) {
      yield* part.map(lead => outcomeOf(session, lead, answer.results))
    } else {
      const { retryAfter, problem } = answer
      yield* part.map(lead => failed(lead, problem, retryAfter))
    }
  }
}

interface Results {
  results: Map<string, BatchResult>
}

async function askFor(session: Session, leads: readonly Lead[]): Promise<Results | Refusal> {
  try {
    const answer = await session.ask({
      ...{ method: 'POST', path: '/api/v1/leads/batch', body: { leads } },
    })
    const code = answer.status >= 200 && answer.status < 300 ? undefined : codeOf(answer.status)
    if (code !== undefined) return refusal(code, answer.status, answer.retryAfter)
    const read = batchAnswerSchema.safeParse(answer.json)
    if (!read.success) return refusal('bad-answer')
    return { results: new Map(read.data.results.map(result => [result.id, result])) }
  } catch (error) {
    return refusal(problemOfRefusal(error))
  }
}

/** 400 and 422 for a whole request say that the endpoint reads another contract than ours. */
const codeOf = (status: number): ProblemCode => problemOfStatus(status) ?? 'other-version'

function refusal(code: ProblemCode, status?: number, retryAfter?: string): Refusal {
  const refused = { problem: { code }, mayBePoisoned: code === 'other-version' || status === 500 }
  return retryAfter === undefined ? refused : { ...refused, retryAfter }
}

/** Only a result that names this very lead counts: no answer for it is an unclear one. */
function outcomeOf(session: Session, lead: Lead, results: Map<string, BatchResult>): Outcome {
  const result = results.get(lead.id)
  if (result === undefined) return failed(lead, { code: 'item-later' })
  if (result.status !== 'rejected') {
    const said = { leadId: lead.id, revision: lead.revision, ok: true as const }
    return { ...said, ...(result.card && { card: placeOf(session, result.card, result.contact) }) }
  }
  const { status = 422, detail, title } = result.problem ?? {}
  const passing = status >= 500 || status === 429 || status === 409 || status === 408
  const words = detail ?? title
  const code = passing ? 'item-later' : 'rejected'
  return failed(lead, words === undefined ? { code } : { code, detail: words })
}

function placeOf(
  session: Session,
  { id, url: link, name, number }: NonNullable<BatchResult['card']>,
  contact: BatchResult['contact'],
): Place {
  const url = session.ownLink(link)
  return {
    ...{ id, ...(url && { url }), ...(name && { name }), ...(number && { number }) },
    ...(contact && { contact: contact.id }),
  }
}

function failed(lead: Lead, problem: Problem, retryAfter?: string): Outcome {
  const said = { leadId: lead.id, revision: lead.revision, ok: false as const, problem }
  return retryAfter === undefined ? said : { ...said, retryAfter }
}
