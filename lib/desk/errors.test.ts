import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { PHRASES } from '../../tests/fakes/phrases.ts'
import { leaseDue } from '../../tests/fakes/queue.ts'
import { reader } from '../../tests/fakes/reader.ts'
import { FINDING_CODES, type FindingCode } from '../crm/finding.ts'
import { createDoor, REQUEST_TIMEOUT } from '../crm/http.ts'
import { allWords } from '../language/allWords.ts'
import { LOCALES, loadWords, type WordKey } from '../language/words.ts'
import { type Draft, type DraftFields, withField } from '../lead/draft.ts'
import { PROBLEMS, type ProblemCode } from '../lead/problem.ts'
import { FAULTS, type Fault, review } from '../lead/review.ts'
import { connection } from '../settings/connection.ts'
import { CONSENT_VERSION, consent } from '../settings/consent.ts'
import { dataConsent } from '../settings/dataConsent.ts'
import type { Database } from '../store/database.ts'
import { saveDraft } from '../store/drafts.ts'
import { journal } from '../store/journal.ts'
import { checkConnection } from '../sync/check.ts'
import { loss } from '../sync/loss.ts'
import { createBack } from './back.ts'
import { createDesk } from './desk.ts'
import type { Desk } from './interface.ts'
import type { LogTrouble } from './notes.ts'
import { NOTICES, type Notice } from './state.ts'

/**
 * All that can go wrong, in one table: the codes as they are at run time, each brought about here by
 * what brings it about in the world, and each with its sentence in every language. What becomes of a
 * lead (`PROBLEMS`) is brought about in lib/sync/problems.test.ts, all the way to its row.
 *
 * A fault is said at its field, beside the line that says that the draft is kept; a finding is about
 * a test in which no lead is sent. So only problems and notices have to tell what became of the data.
 */

const CRM = 'https://crm.example.com'
const ME = {
  api: 1,
  crm: { name: 'Sample CRM', version: '1' },
  user: { id: '1', name: 'Sample Colleague' },
  limits: { batch: 500, bodyBytes: 2_097_152 },
}

let db: Database

const grant = (isGranted: boolean) =>
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => isGranted)

beforeEach(async () => {
  fakeBrowser.reset()
  db = aDatabase()
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async () => ({ more: false }))
  grant(true)
  await consent.write({ version: CONSENT_VERSION, on: '2026-11-23' })
  const id = crypto.randomUUID()
  await connection.write({ id, connector: 'open', address: CRM, granted: false })
})

type Network = typeof fetch
const answers =
  (status: number, body: unknown = {}): Network =>
  async () =>
    Response.json(body, { status })
const silence: Network = async () => {
  throw new TypeError('Failed to fetch')
}
const never: Network = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
    void vi.advanceTimersByTimeAsync(REQUEST_TIMEOUT)
  })
const redirects: Network = async (_, init) => {
  if (init?.redirect === 'error') throw new TypeError('Failed to fetch')
  return new Response(null, { status: 302 })
}
const webPage: Network = async () =>
  new Response('<form>', { headers: { 'content-type': 'text/html' } })

const found = async (network: Network, address = CRM, token = 'sample-token') =>
  (await checkConnection(createDoor(network), address, token)).map(({ code }) => code)

const FINDINGS: Record<FindingCode, () => Promise<FindingCode[]>> = {
  connected: () => found(answers(200, ME)),
  'bad-address': () => found(silence, 'our crm'),
  'not-https': () => found(silence, 'http://crm.example.com'),
  'denied-host': () => found(silence, 'https://LinkedIn.com.:8443'),
  'credentials-in-address': () => found(silence, 'https://sample:word@crm.example.com'),
  'token-missing': () => found(silence, CRM, ''),
  'bad-token': () => found(silence, CRM, 'two\nlines'),
  redirected: () => found(redirects),
  'closed-or-silent': () => {
    grant(false)
    return found(silence)
  },
  'data-off': () => {
    vi.spyOn(dataConsent, 'maySend').mockResolvedValue(false)
    return found(silence)
  },
  unreachable: () => found(silence),
  timeout: () => found(never),
  'login-wall': () => found(webPage),
  'token-rejected': () => found(answers(401)),
  forbidden: () => found(answers(403)),
  'no-such-api': () => found(answers(404)),
  'other-version': () => found(answers(200, { ...ME, api: 2 })),
  busy: () => found(answers(429)),
  'server-error': () => found(answers(500)),
  'bad-answer': () => found(answers(200, { api: 1 })),
}

test.each(FINDING_CODES)('the finding %s comes about', async code => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const codes = await FINDINGS[code]()
  vi.useRealTimers()
  expect(codes).toEqual([code])
})

const WRONG: Record<Fault, Partial<DraftFields>> = {
  'name-missing': { name: '' },
  'company-missing': { company: ' ' },
  personal: { relation: 'personal' },
  'email-wrong': { email: 'sample@' },
  'phone-wrong': { phone: 'call me' },
  'profile-wrong': { profile: 'javascript:alert(1)' },
  'date-wrong': { followUp: '2026-02-30' },
  'number-wrong': { orgNumber: '911 000 009' },
  'too-long': { name: 'x'.repeat(10_000) },
}

test.each(FAULTS)('the fault %s comes about', fault => {
  const reviewed = review(aDraft(WRONG[fault]), 1, 'NO')
  expect(reviewed.ok || Object.values(reviewed.faults)).toEqual([fault])
})

function aDesk(kept?: Draft, hasArrived = true): Desk {
  const back = createBack(() => 'NO', journal, db)
  const deps = { journal, back: async () => back, newId: () => crypto.randomUUID() }
  const now = { today: () => '2026-11-23', later: () => undefined, pause: async () => undefined }
  return createDesk({ ...deps, ...now, reader }, kept, hasArrived)
}

/** A desk at which a person was written down. */
function withPerson(): Desk {
  const desk = aDesk()
  desk.write('name', 'Sample Person')
  desk.write('company', 'Example AS')
  return desk
}

async function promoted(): Promise<Desk> {
  const desk = withPerson()
  await desk.promote()
  return desk
}

const failing = (name: string) =>
  vi.spyOn(db, 'transaction').mockRejectedValue(Object.assign(new Error(name), { name }))
const full = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'))

/** Another window's connection, of another version. It stays open until the test is over. */
const openRaw = (version: number) => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  return new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(db.name, version)
    opening.onsuccess = () => {
      raw = opening.result
      resolve()
    }
    opening.onerror = () => reject(opening.error)
  })
}
let raw: IDBDatabase | undefined
afterEach(() => raw?.close())

const TOLD: Record<Notice, () => Promise<Desk>> = {
  'consent-missing': async () => {
    await consent.remove()
    return promoted()
  },
  'connection-missing': async () => {
    await connection.remove()
    return promoted()
  },
  discarded: async () => {
    const desk = withPerson()
    await desk.discard()
    return desk
  },
  'earlier-kept': async () => {
    const desk = withPerson()
    desk.newPerson()
    return desk
  },
  failed: async () => {
    const desk = await promoted()
    failing('UnknownError')
    await desk.takeBack()
    return desk
  },
  full: async () => {
    const desk = await promoted()
    failing('QuotaExceededError')
    await desk.takeBack()
    return desk
  },
  'newer-database': async () => {
    failing('VersionError')
    return promoted()
  },
  blocked: async () => {
    await openRaw(10)
    return withPerson()
  },
  'to-reload': async () => {
    const desk = await promoted()
    await openRaw(1000)
    return desk
  },
  'database-gone': async () => {
    await loss.write('database-gone')
    return withPerson()
  },
  'settings-gone': async () => {
    await loss.write('settings-gone')
    return withPerson()
  },
  copied: async () => {
    const draft = aDraft()
    await saveDraft(db, draft)
    await createBack(() => 'NO', journal, db).promote(draft.id)
    const desk = aDesk(draft)
    desk.write('notes', 'typed at once')
    return desk
  },
  joined: async () => {
    const draft = aDraft()
    await saveDraft(db, withField(draft, 'notes', 'from another window'))
    const desk = aDesk()
    desk.arrive(draft)
    await desk.promote()
    return desk
  },
  'not-kept': async () => {
    vi.spyOn(journal, 'keep').mockImplementation(full)
    return withPerson()
  },
  'not-promoted': async () => {
    failing('QuotaExceededError')
    return promoted()
  },
  'taken-back': async () => {
    const desk = await promoted()
    await desk.takeBack()
    return desk
  },
  'too-late': async () => {
    const desk = await promoted()
    await leaseDue(db)
    await desk.takeBack()
    return desk
  },
}

test.each(NOTICES)('the notice %s comes about', async notice => {
  const desk = await TOLD[notice]()
  await vi.waitFor(() => expect(desk.state().notice).toBe(notice))
})

const NOT_LOGGED: readonly LogTrouble[] = [
  ...(['empty', 'no-day', 'too-long', 'not-promoted', 'too-many', 'full', 'too-late'] as const),
]

/** Notices of what somebody did on purpose: nothing went wrong, so there is nothing to do. */
const AS_ASKED: readonly Notice[] = ['discarded', 'earlier-kept', 'taken-back']

test.each(LOCALES)('in %s every code has a sentence that is whole', async locale => {
  const { t } = await loadWords(locale, allWords)
  const { keptHere, byItself, notLost } = PHRASES[locale]
  const say = (key: string) => {
    const sentence = t(key as WordKey, { version: '2', status: '500', crm: 'CRM', user: 'User' })
    expect(sentence, key).not.toBe(key)
    expect(sentence, key).toMatch(/^\p{Lu}.*\.$/u)
    return sentence
  }
  /** What happened and what to do take two clauses at least. */
  const twoParts = /[.:;,] .+\.$/
  for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
    const sentence = say(`problem.${code}`)
    expect(sentence, code).toMatch(keptHere)
    expect(byItself.test(sentence), code).toBe(PROBLEMS[code].retry)
    expect(sentence.split(/[.;] /).length, code).toBeGreaterThan(1)
  }
  for (const code of FINDING_CODES) expect(say(`finding.${code}`), code).toMatch(twoParts)
  for (const code of FAULTS) expect(say(`fault.${code}`), code).toMatch(twoParts)
  for (const code of NOT_LOGGED) {
    const sentence = say(`log.${code}`)
    expect(sentence, code).toMatch(twoParts)
    if (code !== 'empty') expect(sentence, code).toMatch(notLost)
  }
  for (const code of NOTICES) {
    const sentence = say(`notice.${code}`)
    if (AS_ASKED.includes(code)) continue
    expect(sentence, code).toMatch(twoParts)
    expect(sentence, code).toMatch(notLost)
  }
})
