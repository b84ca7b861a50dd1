import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createApp } from '../app.ts'
import { addColleague, findColleague, keepOwner } from '../store/colleagues.ts'
import type { Db } from '../store/open.ts'
import { checkExchange } from './check-exchange.ts'
import { openEmpty } from './open-empty.ts'

export const TOKEN = 'sample-token'
export const ORIGIN = 'http://crm.example:8787'

type Asked = { method?: string; headers?: Record<string, string>; body?: unknown }

/** A CRM without a server: requests go straight to the app, over an empty database in memory. */
export function anApp() {
  let database: Awaited<ReturnType<typeof openEmpty>> | undefined
  const lines: string[] = []
  const clock = { now: new Date('2026-03-15T12:00:00Z') }
  const settings = { rateLimit: 0 }
  const open = (): Db => {
    if (database === undefined) throw new Error('the database is open only while tests run')
    return database.db
  }
  beforeAll(async () => {
    database = await openEmpty()
  }, 60_000)
  beforeEach(async () => {
    await sql`truncate card, contact, conversation, colleague cascade`.execute(open())
    await keepOwner(open(), 'The owner', TOKEN)
    lines.length = 0
    clock.now = new Date('2026-03-15T12:00:00Z')
    settings.rateLimit = 0
  })
  afterAll(() => database?.stop())

  const send = (request: Request): Promise<Response> => {
    const log = (line: string) => lines.push(line)
    const now = () => clock.now
    const app = createApp({ db: open(), now, publicUrl: undefined, log, ...settings })
    return Promise.resolve(app.request(request))
  }
  /** What comes of it must be as the app's own OpenAPI document says. */
  const ask = (request: Request) => checkExchange(request, send)
  const request = (path: string, { method = 'GET', headers = {}, body }: Asked = {}) => {
    const init = { method, headers, ...(body === undefined ? {} : { body: asBody(body) }) }
    return ask(new Request(new URL(path, ORIGIN), init))
  }
  return {
    clock,
    settings,
    lines,
    send,
    ask,
    request,
    /** Asks the API, signed in; a body makes it a POST. */
    api(path: string, body?: unknown, headers: Record<string, string> = {}) {
      const common = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }
      const method = body === undefined ? 'GET' : 'POST'
      return request(`/api/v1${path}`, { method, body, headers: { ...common, ...headers } })
    },
    async addColleague(name: string) {
      const token = await addColleague(open(), name)
      if ((await findColleague(open(), token)) === null) throw new Error('they were not added')
      return token
    },
    db: open,
  }
}

function asBody(body: unknown): BodyInit {
  const isReady = typeof body === 'string' || body instanceof Uint8Array
  return isReady ? (body as BodyInit) : JSON.stringify(body)
}
