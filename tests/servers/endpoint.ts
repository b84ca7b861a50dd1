import type { ServerResponse } from 'node:http'
import {
  type BatchResult,
  batchRequestSchema,
  type Lead,
  type MatchAnswer,
} from '../../lib/crm/open/contract.ts'
import { forExtensions } from './faults.ts'
import { type Handle, type Heard, type Listening, listen } from './listen.ts'

/** A CRM that speaks the open endpoint and keeps its leads in memory, with faults as a story says. */
export interface Endpoint extends Listening {
  readonly token: string
  /** The leads of each batch that came, in order, whatever was answered. */
  readonly batches: readonly Lead[][]
  /** What is on the cards: the latest revision of each lead. */
  readonly cards: ReadonlyMap<string, Lead>
  /** How often each lead was put on a card. More than once is a doubled lead. */
  readonly created: ReadonlyMap<string, number>
  /** What happens to the next batches; without an argument all goes well again. */
  on(batch?: OnBatch): void
  /** Whom it knows already; nobody, until this says so. */
  know(people: MatchAnswer['matches']): void
}

/**
 * Answers a batch in its own way.
 * @param take puts the leads on the cards and returns the results, which may then be answered or lost
 */
type OnBatch = (leads: Lead[], response: ServerResponse, take: () => BatchResult[]) => unknown

const ME = {
  api: 1,
  crm: { name: 'Example CRM', version: '1' },
  user: { id: '1', name: 'Sample Colleague' },
  limits: { batch: 500, bodyBytes: 2 * 1024 * 1024 },
}

export async function startEndpoint(token = 'sample-token'): Promise<Endpoint> {
  const batches: Lead[][] = []
  const cards = new Map<string, Lead>()
  const created = new Map<string, number>()
  let known: MatchAnswer['matches'] = []
  let onBatch: OnBatch = (_leads, response, take) => answer(response, 200, { results: take() })

  const put = (lead: Lead): BatchResult => {
    const before = cards.get(lead.id)
    const card = { id: lead.id, url: `${server.address}/cards/${lead.id}` }
    if (before && before.revision >= lead.revision)
      return { id: lead.id, status: 'unchanged', card }
    cards.set(lead.id, lead)
    if (!before) created.set(lead.id, (created.get(lead.id) ?? 0) + 1)
    return { id: lead.id, status: before ? 'updated' : 'created', card }
  }

  const handle: Handle = ({ method, path, headers, body }: Heard, response) => {
    if (path.startsWith('/cards/')) return response.end('A card')
    if (headers.authorization !== `Bearer ${token}`) return answer(response, 401, {})
    if (method === 'GET' && path === '/api/v1/me') return answer(response, 200, ME)
    if (method === 'POST' && path === '/api/v1/matches')
      return answer(response, 200, { matches: known, choices: true })
    if (method !== 'POST' || path !== '/api/v1/leads/batch') return answer(response, 404, {})
    const { leads } = batchRequestSchema.parse(JSON.parse(body))
    batches.push(leads)
    return onBatch(leads, response, () => leads.map(put))
  }

  const server = await listen(forExtensions(handle))
  const usual = onBatch
  return {
    ...server,
    ...{ token, batches, cards, created },
    on(batch = usual) {
      onBatch = batch
    },
    know(people) {
      known = people
    },
  }
}

/** An answer in JSON. */
export function answer(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify(body))
}
