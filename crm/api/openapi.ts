import * as z from 'zod/mini'
import {
  API_VERSION,
  batchAnswerSchema,
  batchRequestSchema,
  batchResultSchema,
  leadSchema,
  matchAnswerSchema,
  matchRequestSchema,
  meSchema,
  problemSchema,
} from '../../lib/crm/open/contract.ts'

const SCHEMAS = {
  Lead: leadSchema,
  BatchRequest: batchRequestSchema,
  BatchResult: batchResultSchema,
  BatchAnswer: batchAnswerSchema,
  MatchRequest: matchRequestSchema,
  MatchAnswer: matchAnswerSchema,
  Me: meSchema,
  Problem: problemSchema,
}

const PROBLEMS = {
  400: 'The body is not JSON.',
  401: 'The token is missing or wrong.',
  405: 'The path is right and the method is not.',
  413: 'The body is larger than `limits.bodyBytes` of `/me`. Send fewer leads at once.',
  415: 'The body is of another type than application/json, or compressed.',
  422: 'The body is JSON and not what the contract has; `detail` names the fields.',
  429: 'More requests a minute than a colleague has. Try again after `Retry-After` seconds.',
  500: 'A fault of this server.',
  503: 'The database can’t be reached. Try again after `Retry-After` seconds.',
}

const ALWAYS = [401, 405, 429, 500, 503] as const
const WITH_BODY = [400, 401, 405, 413, 415, 422, 429, 500, 503] as const

/** The open endpoint as an OpenAPI 3.1 document, made from the schemas that check its input. */
export function openApiDocument() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kundekort open endpoint',
      version: `${API_VERSION}.0.0`,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'How Kundekort hands promoted leads to a CRM. A lead’s `id` and `revision` together are ' +
        'its idempotency key: sending a batch again is always safe.',
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: {
      '/api/v1/me': {
        get: operation('me', 'Who the token belongs to, which CRM this is, and its limits.', {
          answer: 'Me',
        }),
      },
      '/api/v1/leads/batch': {
        post: operation(
          'takeLeads',
          'Takes leads. Each is answered for itself, in the order of the request: `created`, ' +
            '`updated` by a higher revision, `unchanged` by the same or a lower one, or `rejected` ' +
            'with a problem. A rejected lead does not keep the others out. `contact` in a lead is ' +
            'what a person answered to `/matches`: `is` puts it on that contact, `not` on none of ' +
            'those. It is only sent to a CRM whose answer to `/matches` has `choices: true`.',
          { body: 'BatchRequest', answer: 'BatchAnswer' },
        ),
      },
      '/api/v1/matches': {
        post: operation(
          'findMatches',
          'Who on the cards might be this person: by e-mail, else by phone, else by name together ' +
            'with company; at most ten. The lead itself may be among them.',
          { body: 'MatchRequest', answer: 'MatchAnswer' },
        ),
      },
    },
    components: {
      schemas: jsonSchemas(),
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  }
}

function operation(
  operationId: string,
  description: string,
  { body, answer }: { body?: keyof typeof SCHEMAS; answer: keyof typeof SCHEMAS },
) {
  const statuses = body === undefined ? ALWAYS : WITH_BODY
  return {
    operationId,
    description,
    ...(body && { requestBody: { required: true, content: json(body) } }),
    responses: {
      200: { description: 'The answer.', content: json(answer) },
      ...Object.fromEntries(statuses.map(status => [status, problemAnswer(status)])),
    },
  }
}

function problemAnswer(status: keyof typeof PROBLEMS) {
  return {
    description: PROBLEMS[status],
    ...((status === 429 || status === 503) && {
      headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds.' } },
    }),
    content: { 'application/problem+json': { schema: reference('Problem') } },
  }
}

function json(name: keyof typeof SCHEMAS) {
  return { 'application/json': { schema: reference(name) } }
}

function reference(name: string) {
  return { $ref: `#/components/schemas/${name}` }
}

/** Schemas that contain one another refer to one another by name. */
function jsonSchemas() {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: id => reference(id).$ref, io: 'input' })
  // `$schema` and `$id` belong to a document of its own, not to a part of this one.
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  )
}
