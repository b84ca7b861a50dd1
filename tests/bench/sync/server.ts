// The CRM of the benchmark, a process of its own: `node server.ts FOLDER` with the pages' scripts.
// It keeps what it is sent in a Map, and answers in the words of each candidate.
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { json } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'

const [folder = ''] = process.argv.slice(2)

/** How often each lead came. */
const came = new Map<string, number>()
const checkpoints = new Map<string, { _rev: string }>()
let latency = 0

type Body = Record<string, unknown>
type Answer = { status?: number; body: unknown }

const take = (id: string) => came.set(id, (came.get(id) ?? 0) + 1)

/** What candidates ask for. Each of these takes the added latency. */
const ROUTES: [method: string, path: RegExp, answer: (body: Body, path: string) => Answer][] = [
  ['POST', /^\/api\/v1\/leads\/batch$/, body => ({ body: { results: putBatch(body) } })],
  ['POST', /^\/lead$/, body => ({ body: { id: take(body.id as string) } })],
  // What PouchDB's `replicate.to` asks of a CouchDB.
  ['GET', /^\/db\/$/, () => ({ body: { db_name: 'db', update_seq: 0, instance_start_time: '0' } })],
  ['GET', /^\/$/, () => ({ body: { couchdb: 'Welcome', version: '3.3.3', uuid: 'bench' } })],
  ['GET', /^\/db\/_local\//, (_, path) => checkpoint(path)],
  ['PUT', /^\/db\/_local\//, (body, path) => keepCheckpoint(body, path)],
  ['POST', /^\/db\/_revs_diff$/, body => ({ body: missing(body) })],
  ['POST', /^\/db\/_bulk_docs$/, body => ({ status: 201, body: putDocs(body) })],
]

function putBatch({ leads }: Body) {
  return (leads as { id: string }[]).map(({ id }) => {
    take(id)
    return { id, status: 'created', card: { id, url: `${address()}/cards/${id}` } }
  })
}

function putDocs({ docs }: Body): [] {
  for (const { _id } of docs as { _id: string }[]) take(_id)
  return [] // with `new_edits: false` only refusals are told
}

const missing = (asked: Body) =>
  Object.fromEntries(Object.entries(asked).map(([id, revisions]) => [id, { missing: revisions }]))

function checkpoint(path: string): Answer {
  const found = checkpoints.get(path)
  return found === undefined
    ? { status: 404, body: { error: 'not_found', reason: 'missing' } }
    : { body: found }
}

function keepCheckpoint(body: Body, path: string): Answer {
  const number = Number(checkpoints.get(path)?._rev.split('-')[1] ?? 0) + 1
  checkpoints.set(path, { ...body, _rev: `0-${number}` })
  return { status: 201, body: { ok: true, id: path, rev: `0-${number}` } }
}

/** For the harness: begins a new run, and says what came in this one. */
function control(path: string, body: Body): unknown {
  if (path === '/control/begin') {
    came.clear()
    checkpoints.clear()
    latency = body.latency as number
  }
  return { leads: came.size, most: Math.max(0, ...new Set(came.values())) }
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '' } = request
  const path = new URL(url, 'http://x').pathname
  const body = method === 'GET' ? {} : ((await json(request)) as Body)
  if (path.startsWith('/control/')) return say(response, { body: control(path, body) })
  if (path.startsWith('/page/')) return page(response, basename(path))
  if (path.endsWith('.js')) return script(response, path)
  const route = ROUTES.find(([verb, pattern]) => verb === method && pattern.test(path))
  if (latency > 0) await wait(latency)
  say(response, route?.[2](body, path) ?? { status: 404, body: { error: `${method} ${path}` } })
}

function say(response: ServerResponse, { status = 200, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function page(response: ServerResponse, name: string): void {
  const html = `<!doctype html><title>${name}</title><script type="module" src="/${name}.js"></script>`
  response.writeHead(200, { 'content-type': 'text/html' }).end(html)
}

async function script(response: ServerResponse, path: string): Promise<void> {
  const text = await readFile(join(folder, path))
  response.writeHead(200, { 'content-type': 'text/javascript' }).end(text)
}

const server = createServer((request, response) => {
  handle(request, response).catch(error => say(response, { status: 500, body: String(error) }))
})
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
server.listen(0, '127.0.0.1', () => process.stdout.write(`listening at ${address()}\n`))
