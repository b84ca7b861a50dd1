import { z } from 'zod'
import type { Checkpoint, Connector, Item, Outcome, Session } from '../../../lib/crm/connector.ts'
import { DoorError } from '../../../lib/crm/http.ts'
import { problemOfRefusal, problemOfStatus } from '../../../lib/crm/status.ts'
import { stepsOf, tellChanged, UnclearStep } from '../../../lib/crm/steps.ts'
import { isOfTheCrm, type Problem } from '../../../lib/lead/problem.ts'
import type { Lead } from '../../../lib/lead/schema.ts'
import { type Manners, markerOf, type RecordAsk } from './records.ts'

class Refused extends Error {
  readonly problem: Problem
  readonly retryAfter: string | undefined
  constructor(code: Problem['code'], retryAfter?: string) {
    super(code)
    this.problem = { code }
    this.retryAfter = retryAfter
  }
}

/** A connector to a CRM without an upsert, as it would be built on `stepsOf`. */
export const stepConnector = (manners: Manners): Connector => ({
  id: 'steps',
  settings: z.object({}) as unknown as Connector['settings'],
  limits: { batch: 5, bytes: 100_000, concurrency: 2 },
  steps: true,
  check: async () => [{ code: 'connected' }],
  async *push(session, items, checkpoint) {
    let down: Refused | undefined
    for (const item of items) {
      const outcome = down
        ? failed(item.lead, down)
        : await pushOne(manners, session, item, checkpoint)
      if (!outcome.ok && isOfTheCrm(outcome.problem)) down ??= new Refused(outcome.problem.code)
      yield outcome
    }
  },
})

function failed(
  { id, revision }: Lead,
  { problem, retryAfter }: Pick<Refused, 'problem'> & { retryAfter?: string | undefined },
): Outcome {
  const said = { leadId: id, revision, ok: false as const, problem }
  return retryAfter === undefined ? said : { ...said, retryAfter }
}

async function pushOne(
  { assumed, findsNotes }: Manners,
  session: Session,
  item: Item,
  checkpoint: Checkpoint,
): Promise<Outcome> {
  const { lead } = item
  const take = stepsOf(item, session, checkpoint, assumed)
  const make = async (kind: 'contact' | 'note') =>
    idIn(await ask(session, { do: 'make', kind, marker: markerOf(kind, lead), lead }))
  const find = async (kind: 'contact' | 'note') => {
    const found = await ask(session, { do: 'find', kind, marker: markerOf(kind, lead) })
    return found.id === null ? undefined : idIn(found)
  }
  try {
    const contact = await take({
      ...{ name: 'contact', find: () => find('contact'), make: () => make('contact') },
    })
    const note = { name: `note:${lead.revision}`, make: () => make('note') }
    await take(findsNotes ? { ...note, find: () => find('note') } : note)
    // Harmless when repeated, and so no step.
    await tellChanged(item, checkpoint, {
      ...{ name: 'fields', says: JSON.stringify(lead) },
      write: async () => idIn(await ask(session, { do: 'update', id: contact, lead })),
    })
    return { leadId: lead.id, revision: lead.revision, ok: true, card: { id: contact } }
  } catch (error) {
    if (error instanceof Refused || error instanceof UnclearStep) return failed(lead, error)
    throw error
  }
}

/** What an answer is about. It may be of any shape; only what has an id tells of something. */
interface Told {
  id?: string | null
  refused?: boolean
}

function idIn({ id, refused }: Told): string {
  if (refused) throw new Refused('rejected')
  if (typeof id !== 'string') throw new Refused('item-later')
  return id
}

async function ask(session: Session, body: RecordAsk): Promise<Told> {
  try {
    const { status, json, retryAfter } = await session.ask({ method: 'POST', path: '/', body })
    // One request is one lead's: whether it is that lead's fault or the CRM's shows with the next.
    if (status === 500) throw new Refused('item-later')
    const code = problemOfStatus(status) ?? (status === 200 ? undefined : 'rejected')
    if (code !== undefined) throw new Refused(code, retryAfter)
    return json as Told
  } catch (error) {
    if (error instanceof DoorError) throw new Refused(problemOfRefusal(error))
    throw error
  }
}
