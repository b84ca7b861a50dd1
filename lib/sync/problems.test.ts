import { expect, test, vi } from 'vitest'
import { aDatabase, CONNECTION, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { anEngine } from '../../tests/fakes/engine.ts'
import { PHRASES } from '../../tests/fakes/phrases.ts'
import { outboxOf } from '../../tests/fakes/queue.ts'
import type { Session } from '../crm/connector.ts'
import { createDoor, DoorError, REQUEST_TIMEOUT } from '../crm/http.ts'
import { openConnector } from '../crm/open/connector.ts'
import { allWords } from '../language/allWords.ts'
import { LOCALES, loadWords } from '../language/words.ts'
import { PROBLEMS, type ProblemCode } from '../lead/problem.ts'
import type { Lead } from '../lead/schema.ts'
import { type Line, run } from './run.ts'

/**
 * Every problem that a lead can have, each brought about by what brings it about in the world, all
 * the way from the network to the row that the list shows.
 */

type Network = typeof fetch
const CRM = { origin: 'https://crm.example.com', base: 'https://crm.example.com' }

const answer =
  (status: number, body: unknown = {}) =>
  async () =>
    Response.json(body, { status })
const silence = async () => {
  throw new TypeError('Failed to fetch')
}

/** Answers each lead by itself, with this result. */
const result =
  (status: string, problem?: object): Network =>
  async (_, init) => {
    const { leads } = JSON.parse(String(init?.body)) as { leads: Lead[] }
    return Response.json({ results: leads.map(({ id }) => ({ id, status, problem })) })
  }

/** What may not be asked, for this reason. */
function refusing(code: DoorError['code']): Line {
  const line = lineOver(silence)
  const ask = async () => {
    throw new DoorError(code)
  }
  return { ...line, session: { ...line.session, ask } }
}

function lineOver(network: Network, endpoint = CRM, token = 'secret', path?: string): Line {
  const door = createDoor(network)
  const session: Session = {
    ask: ask => door.ask(endpoint, { ...ask, token, path: path ?? ask.path }),
    pause: async () => undefined,
    ownLink: () => undefined,
  }
  return { connectionId: CONNECTION, connector: openConnector, session }
}

/** The ones that only come with time are brought about in settle.test.ts and steps.test.ts. */
type Direct = Exclude<ProblemCode, 'kept-failing' | 'unclear-step'>

const LINES: Record<Direct, () => Line | undefined> = {
  unreachable: () => lineOver(silence),
  timeout: () =>
    lineOver(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
          void vi.advanceTimersByTimeAsync(REQUEST_TIMEOUT)
        }),
    ),
  busy: () => lineOver(answer(429)),
  'server-error': () => lineOver(answer(503)),
  'login-wall': () =>
    lineOver(async () => new Response('<form>', { headers: { 'content-type': 'text/html' } })),
  'bad-answer': () => lineOver(answer(200, { ok: true })),
  redirected: () =>
    lineOver(async (_, init) => {
      if (init?.redirect === 'error') throw new TypeError('Failed to fetch')
      return new Response(null, { status: 302 })
    }),
  'denied-host': () => lineOver(silence, { origin: 'https://x.com', base: 'https://x.com' }),
  'bad-address': () => lineOver(silence, CRM, 'secret', '@elsewhere.example/'),
  'token-rejected': () => lineOver(answer(401)),
  forbidden: () => lineOver(answer(403)),
  'no-such-api': () => lineOver(answer(404)),
  'other-version': () => lineOver(answer(422)),
  'grant-missing': () => refusing('grant-missing'),
  'data-off': () => refusing('data-off'),
  'no-connection': () => undefined,
  'other-connection': () => ({ ...lineOver(silence), connectionId: 'another' }),
  rejected: () => lineOver(result('rejected', { type: 'x', title: 'No', status: 422 })),
  'too-large': () => lineOver(answer(413)),
  'item-later': () => lineOver(result('rejected', { type: 'x', title: 'Busy', status: 503 })),
}

test.each(Object.entries(LINES) as [Direct, () => Line | undefined][])(
  '%s reaches the lead, which stays, and says whether to wait or to do something',
  async (code, line) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const db = aDatabase()
    await promoteDrafts(db, [aDraft(), aDraft()])
    const now = 1_800_000_000_000
    const given = line()
    await run(anEngine(db, given, now))
    vi.useRealTimers()
    const phase = PROBLEMS[code].retry ? 'queued' : 'needs-you'
    expect(await outboxOf(db)).toMatchObject([
      { phase, problem: { code } },
      { phase, problem: { code } },
    ])
    expect(await db.frozen.count()).toBe(2)
  },
)

test.each(LOCALES)('in %s each says what became of the lead', async locale => {
  const { t } = await loadWords(locale, allWords)
  for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
    const sentence = t(`problem.${code}`)
    expect(sentence).toMatch(PHRASES[locale].keptHere)
    expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
  }
})
