import {
  type BatchResult,
  batchEnvelopeSchema,
  type Lead,
  leadSchema,
} from '../../lib/crm/open/contract.ts'
import { reportFault } from '../report-fault.ts'
import type { Colleague } from '../store/colleagues.ts'
import { describeCards } from '../store/describe-cards.ts'
import { knownRevisions } from '../store/known-revisions.ts'
import { isOutage } from '../store/outage.ts'
import { takeLead } from '../store/take-lead.ts'
import type { World } from '../world.ts'
import { describeIssues, parseBody } from './parse.ts'
import { problem } from './problem.ts'

type Outcome = Pick<BatchResult, 'status' | 'problem'> & { cardId?: string; contactId?: string }

/**
 * Takes the leads of a request one by one, each in a transaction of its own, and answers each in its
 * place: a lead that can't be read is rejected, and the others go through.
 *
 * @param cardUrl the address of a card's page
 * @throws Refusal 422 when the envelope is wrong; the database's error when it can't be reached:
 * then what was done is done, and sending all of it again is safe
 */
export async function takeBatch(
  world: World,
  body: unknown,
  colleague: Colleague,
  cardUrl: (cardId: string) => string,
): Promise<BatchResult[]> {
  const items = parseBody(batchEnvelopeSchema, body).leads
  const leads = items.map(item => leadSchema.safeParse(item))
  const ids = leads.flatMap(lead => (lead.success ? [lead.data.id.toLowerCase()] : []))
  const known = await knownRevisions(world.db, ids)

  const outcomes: Outcome[] = []
  for (const lead of leads) {
    outcomes.push(
      lead.success
        ? await takeOne(world, lead.data, colleague, known)
        : rejected('invalid-lead', describeIssues(lead.error.issues)),
    )
  }
  const cardIds = outcomes.flatMap(({ cardId }) => cardId ?? [])
  const cards = await describeCards(world.db, cardIds)
  return outcomes.map(({ cardId, contactId, ...outcome }, place) => ({
    ...{ id: idOf(items[place]), ...outcome },
    ...(cardId && { card: { id: cardId, url: cardUrl(cardId), ...cards.get(cardId) } }),
    ...(contactId && { contact: { id: contactId } }),
  }))
}

async function takeOne(
  world: World,
  lead: Lead,
  colleague: Colleague,
  known: Awaited<ReturnType<typeof knownRevisions>>,
): Promise<Outcome> {
  const here = known.get(lead.id.toLowerCase())
  if (here !== undefined && here.revision >= lead.revision) {
    return { status: 'unchanged', cardId: here.cardId, contactId: here.contactId }
  }
  try {
    return await takeLead(world.db, lead, colleague.id)
  } catch (error) {
    if (isOutage(error)) throw error
    // A lead that the database chokes on must not hold up the ones behind it.
    reportFault(world, error)
    return rejected('internal', 'This lead could not be stored; please try again later.')
  }
}

function rejected(code: 'invalid-lead' | 'internal', detail: string): Outcome {
  return { status: 'rejected', problem: problem(code, detail) }
}

/** The id as it was sent, as far as there is one to point at. */
function idOf(item: unknown): string {
  if (typeof item !== 'object' || item === null || !('id' in item)) return ''
  return typeof item.id === 'string' ? item.id.slice(0, 128) : ''
}
