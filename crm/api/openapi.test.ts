import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Validator } from '@seriousme/openapi-schema-validator'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { leadSchema } from '../../lib/crm/open/contract.ts'
import { aLead } from '../testing/a-lead.ts'
import { anApp, ORIGIN, TOKEN } from '../testing/an-app.ts'
import { checkExchange } from '../testing/check-exchange.ts'
import { generateClient } from '../testing/generate-client.ts'
import { openApiDocument } from './openapi.ts'

const app = anApp()
const read = async () => z.looseObject({}).parse(await (await app.request('/openapi.json')).json())

describe('the OpenAPI document', () => {
  it('is one, by the schema of the OpenAPI Initiative', async () => {
    expect(await new Validator().validate(await read())).toEqual({ valid: true })
    const broken = { ...openApiDocument(), paths: { 'no-slash': {} } }
    expect(await new Validator().validate(broken)).toMatchObject({ valid: false })
  })

  it('has the very schema that checks a lead', async () => {
    const { $schema: _, ...lead } = z.toJSONSchema(leadSchema, { io: 'input' })
    expect(await read()).toMatchObject({ components: { schemas: { Lead: lead } } })
  })

  it('says nothing of what is no part of the open endpoint', async () => {
    expect(Object.keys((await read()).paths ?? {})).toEqual([
      '/api/v1/me',
      '/api/v1/leads/batch',
      '/api/v1/matches',
    ])
  })
})

describe('what every test of the API is held against', () => {
  const asked = (body: unknown) =>
    new Request(`${ORIGIN}/api/v1/matches`, { method: 'POST', body: JSON.stringify(body) })
  const problem = { type: 'about:blank', title: 'Sample', status: 422 }
  const json = (body: unknown, status = 200, type = 'application/json') =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })

  it.each<[string, unknown, Response, RegExp]>([
    ['a status that is not in it', {}, json({}, 418), /no 418/],
    ['another type', {}, json({ matches: [] }, 200, 'text/plain'), /another type/],
    ['a field that is missing', {}, json({}), /MatchAnswer.*matches/],
    ['a request that was wrong', { email: 1 }, json({ matches: [] }), /MatchRequest.*email/],
    [
      'a request that was right',
      {},
      json(problem, 422, 'application/problem+json'),
      /right by .*MatchRequest/,
    ],
    ['no Retry-After', {}, json(problem, 429, 'application/problem+json'), /without Retry-After/],
  ])('finds %s', async (_, body, answer, fault) => {
    await expect(checkExchange(asked(body), () => answer)).rejects.toThrow(fault)
  })
})

describe('a client that is generated from it', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kundekort-client-'))
    writeFileSync(join(folder, 'client.ts'), generateClient(openApiDocument()))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('has the types of what is sent and answered', () => {
    const use = join(folder, 'use.ts')
    writeFileSync(
      use,
      `import { findMatches, type Lead, me, type Server, takeLeads } from './client.ts'
      export async function use(server: Server, lead: Lead): Promise<string> {
        const answer = await takeLeads(server, { leads: [lead] })
        if (answer.status !== 200) return answer.body.title
        const [result] = answer.body.results
        if (result.status === 'rejected') return result.problem?.detail ?? ''
        // @ts-expect-error: no such status
        if (result.status === 'lost') return ''
        // @ts-expect-error: a lead has a person
        await takeLeads(server, { leads: [{ ...lead, person: undefined }] })
        const found = await findMatches(server, { email: 'sample@example.com' })
        return found.status === 200 ? found.body.matches[0].why : String((await me(server)).status)
      }`,
    )
    const program = ts.createProgram([use], {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      types: [],
    })
    const faults = ts.getPreEmitDiagnostics(program).map(fault => fault.messageText)
    expect(faults).toEqual([])
  }, 60_000)

  it('calls it', async () => {
    const file = join(folder, 'client.mjs')
    const options = { compilerOptions: { target: ts.ScriptTarget.ES2023 } }
    writeFileSync(file, ts.transpileModule(generateClient(openApiDocument()), options).outputText)
    const client = await import(/* @vite-ignore */ pathToFileURL(file).href)
    const ask = (url: string, init: RequestInit) => app.ask(new Request(url, init))
    const server = { address: ORIGIN, token: TOKEN, ask }
    expect(await client.me(server)).toMatchObject({ status: 200, body: { api: 1 } })
    const lead = aLead({ person: { emails: ['sample@example.com'] } })
    expect(await client.takeLeads(server, { leads: [lead] })).toMatchObject({
      status: 200,
      body: { results: [{ id: lead.id, status: 'created' }] },
    })
    expect(await client.findMatches(server, { email: 'sample@example.com' })).toMatchObject({
      body: { matches: [{ why: 'email' }] },
    })
    expect(await client.me({ ...server, token: 'wrong' })).toMatchObject({
      status: 401,
      body: { code: 'unauthorized' },
    })
  })
})
