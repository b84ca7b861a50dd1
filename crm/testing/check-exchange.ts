import { type BatchAnswer, batchAnswerSchema } from '../../lib/crm/open/contract.ts'
import { openApiDocument } from '../api/openapi.ts'
import { whyNot } from './document-schemas.ts'

type Content = Record<string, { schema: { $ref: string } }>
type Operation = {
  requestBody?: { content: Content }
  responses: Record<string, { content: Content; headers?: Record<string, unknown> }>
}
const paths: Record<string, Record<string, Operation>> = openApiDocument().paths

/**
 * Asks, and compares both sides with the OpenAPI document: the answer has a status, a type and a body
 * that it names for this operation, and what was taken or refused for its content is what its schemas
 * take or refuse. Paths that it doesn't have are let through. The body is read first: it must end.
 *
 * @throws where one of the two says something else
 */
export async function checkExchange(
  request: Request,
  ask: (request: Request) => Response | Promise<Response>,
): Promise<Response> {
  const methods = paths[new URL(request.url).pathname]
  if (methods === undefined || request.method === 'OPTIONS') return ask(request)
  const operation = methods[request.method.toLowerCase()] ?? Object.values(methods)[0]
  if (operation === undefined) throw new Error('a path without operations')
  const asked = await request.clone().text()
  const answer = await ask(request)
  const said: unknown = await answer.clone().json()
  checkAnswer(operation, answer, said)
  const schema = operation.requestBody?.content['application/json']?.schema
  if (schema === undefined) return answer
  // Other answers are about something else than what is in the body.
  if (answer.status === 422) expectFault(schema, JSON.parse(asked))
  if (answer.status === 200) checkTaken(schema, JSON.parse(asked), said)
  return answer
}

function checkAnswer({ responses }: Operation, { status, headers }: Response, said: unknown): void {
  const documented = responses[String(status)]
  if (documented === undefined) throw new Error(`the document has no ${status} here`)
  const schema = documented.content[headers.get('content-type') ?? '']?.schema
  if (schema === undefined)
    throw new Error(`${status} has another type: ${headers.get('content-type')}`)
  expectNoFault(schema, said)
  for (const header of Object.keys(documented.headers ?? {})) {
    if (!headers.has(header)) throw new Error(`${status} without ${header}`)
  }
}

/** A batch is taken lead by lead: what it rejects must be wrong, and all the rest right. */
function checkTaken(schema: { $ref: string }, asked: unknown, said: unknown): void {
  const batch = batchAnswerSchema.safeParse(said)
  if (!batch.success) {
    expectNoFault(schema, asked)
    return
  }
  const { leads } = asked as { leads: unknown[] }
  const lead = { $ref: '#/components/schemas/Lead' }
  const isInvalid = ({ problem }: BatchAnswer['results'][number]) =>
    problem?.code === 'invalid-lead'
  for (const [place, result] of batch.data.results.entries()) {
    if (isInvalid(result)) expectFault(lead, leads[place])
    else expectNoFault(lead, leads[place])
  }
}

function expectNoFault(schema: { $ref: string }, value: unknown): void {
  const fault = whyNot(schema, value)
  if (fault !== null) throw new Error(`not as ${schema.$ref} has it: ${fault}`)
}

function expectFault(schema: { $ref: string }, value: unknown): void {
  if (whyNot(schema, value) === null) throw new Error(`refused, but right by ${schema.$ref}`)
}
