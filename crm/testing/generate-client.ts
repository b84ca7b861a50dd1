import type { openApiDocument } from '../api/openapi.ts'

type Schema = {
  $ref?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  type?: string
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}
type Operation = {
  operationId: string
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content: Record<string, { schema: Schema }> }>
}

/**
 * A TypeScript client made of nothing but the OpenAPI document: a type a schema, a function an
 * operation. It stands for the generators that people use, which are larger than the CRM.
 */
export function generateClient(document: ReturnType<typeof openApiDocument>): string {
  const schemas = Object.entries(document.components.schemas as Record<string, Schema>)
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) =>
      functionOf(path, method.toUpperCase(), operation),
    ),
  )
  return [
    'export type Server = { address: string; token: string; ask: typeof fetch }',
    ...schemas.map(([name, schema]) => `export type ${name} = ${typeOf(schema)}`),
    ...operations,
  ].join('\n')
}

function functionOf(path: string, method: string, operation: Operation): string {
  const body = operation.requestBody && contentOf(operation.requestBody)
  const answers = Object.entries(operation.responses).map(
    ([status, response]) => `{ status: ${status}; body: ${contentOf(response).type} }`,
  )
  return `export async function ${operation.operationId}(server: Server${body ? `, body: ${body.type}` : ''}): Promise<${answers.join(' | ')}> {
  const headers: Record<string, string> = { authorization: \`Bearer \${server.token}\` }
  ${body ? `headers['content-type'] = '${body.media}'` : ''}
  const asked = { method: '${method}', headers${body ? ', body: JSON.stringify(body)' : ''} }
  const answer = await server.ask(server.address + '${path}', asked)
  return { status: answer.status, body: await answer.json() } as never
}`
}

function contentOf({ content }: { content: Record<string, { schema: Schema }> }) {
  const [[media, { schema }] = ['', { schema: {} }]] = Object.entries(content)
  return { media, type: typeOf(schema) }
}

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map(each => JSON.stringify(each)).join(' | ')
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' | ')
  if (schema.type === 'array') return `Array<${typeOf(schema.items ?? {})}>`
  if (schema.type === 'integer') return 'number'
  if (schema.type !== 'object') return schema.type ?? 'unknown'
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const isRequired = schema.required?.includes(name) === true
    return `${JSON.stringify(name)}${isRequired ? '' : '?'}: ${typeOf(field)}`
  })
  return `{ ${fields.join('; ')} }`
}
