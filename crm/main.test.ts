import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { batchAnswerSchema } from '../lib/crm/open/contract.ts'
import { aLead } from './testing/a-lead.ts'
import { postgresBinaries, startPostgres, type TestPostgres } from './testing/postgres.ts'
import { type CrmProcess, startProcess } from './testing/start-process.ts'

let folder = ''
const started: CrmProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kundekort-crm-'))
})
afterEach(async () => {
  for (const crm of started) crm.child.kill('SIGKILL')
  await Promise.all(started.map(crm => crm.ended))
  started.length = 0
  rmSync(folder, { recursive: true })
})

function start(env: Record<string, string> = {}): CrmProcess {
  const crm = startProcess({ PORT: '0', CRM_DATA: join(folder, 'crm'), ...env })
  started.push(crm)
  return crm
}

type Running = { url: string; token: string }

async function send({ url, token }: Running, leads: unknown[]) {
  const answer = await fetch(`${url}/api/v1/leads/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ leads }),
  })
  return batchAnswerSchema.parse(await answer.json()).results
}

describe('the CRM as a process', { timeout: 60_000 }, () => {
  it('prints one line, answers, and ends with 0 on SIGTERM', async () => {
    const crm = start({ CRM_DATA: 'memory', CRM_TOKEN: 'sample-token' })
    const { url, token } = await crm.ready
    expect(token).toBe('sample-token')
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    crm.child.kill('SIGTERM')
    expect(await crm.ended).toBe(0)
    expect(crm.stdout()).toBe(`Kundekort CRM ready: ${url} token: sample-token\n`)
    expect(crm.stderr()).toBe('')
  })

  it('answers a request that was running when it was told to end, twice even', async () => {
    const crm = start({ CRM_DATA: 'memory' })
    const { url, token } = await crm.ready
    const body = JSON.stringify({ leads: [aLead()] })
    const answer = new Promise<number | undefined>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const running = request(`${url}/api/v1/leads/batch`, { method: 'POST', headers }, response =>
        response.resume().on('end', () => resolve(response.statusCode)),
      )
      running.on('error', reject)
      running.write(body.slice(0, 10), async () => {
        await expect.poll(() => fetch(`${url}/healthz`).then(health => health.ok)).toBe(true)
        crm.child.kill('SIGTERM')
        crm.child.kill('SIGINT')
        await expect
          .poll(() =>
            fetch(`${url}/healthz`).then(
              () => 'open',
              () => 'closed',
            ),
          )
          .toBe('closed')
        running.end(body.slice(10))
      })
    })
    expect(await answer).toBe(200)
    expect(await crm.ended).toBe(0)
  })

  it('keeps what it acknowledged through SIGKILL, and its token', async () => {
    const first = start()
    const running = await first.ready
    expect(statSync(join(folder, 'crm/token')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(folder, 'crm/token'), 'utf8')).toBe(running.token)
    const leads = Array.from({ length: 20 }, (_, n) => aLead({ company: { name: `Example ${n}` } }))
    const sent = await send(running, leads)
    first.child.kill('SIGKILL')
    await first.ended
    const again = await start().ready
    expect(again.token).toBe(running.token)
    const unchanged = await send({ ...again, token: running.token }, leads)
    expect(unchanged.map(result => [result.status, result.card?.id])).toEqual(
      sent.map(result => ['unchanged', result.card?.id]),
    )
  })

  it('keeps a second process out of its folder, and lets it in afterwards', async () => {
    const first = start()
    await first.ready
    const second = start()
    expect(await second.ended).toBe(1)
    expect(second.stderr()).toMatch(
      /^Kundekort CRM: Another Kundekort CRM \(process \d+\) is using the folder .*\.\n$/,
    )
    expect(second.stdout()).toBe('')
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    await start().ready
  })

  it('lets one of several in that start at once', async () => {
    const all = [start(), start(), start()]
    const outcomes = await Promise.all(
      all.map(crm => Promise.race([crm.ready.then(() => 'ready'), crm.ended])),
    )
    expect(outcomes.toSorted()).toEqual([1, 1, 'ready'])
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['a value that cannot be', { PORT: 'many' }, /PORT must be/],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://sample:secret@127.0.0.1:1/x' },
      /can’t be reached/,
    ],
    ['a folder that cannot be', { CRM_DATA: '/dev/null/crm' }, /CRM_DATA/],
    ['a foreign address', { HOST: '192.0.2.1', CRM_DATA: 'memory' }, /HOST 192\.0\.2\.1/],
  ])('says in one sentence why it cannot start: %s', async (_, env, sentence) => {
    const crm = start(env)
    expect(await crm.ended).toBe(1)
    expect(crm.stderr()).toMatch(/^Kundekort CRM: [^\n]+\.\n$/)
    expect(crm.stderr()).toMatch(sentence)
    expect(crm.stderr()).not.toContain('secret')
    expect(crm.stdout()).toBe('')
  })

  it('says that its port is taken', async () => {
    const taken = createServer()
    await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const crm = start({ PORT: port, CRM_DATA: 'memory' })
    expect(await crm.ended).toBe(1)
    expect(crm.stderr()).toContain(`Port ${port} on 127.0.0.1 is taken`)
    await new Promise(resolve => taken.close(resolve))
  })

  it('refuses a body that is too large, however it comes', async () => {
    const { url, token } = await start({ CRM_DATA: 'memory' }).ready
    const answer = await fetch(`${url}/api/v1/leads/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: ' '.repeat(3 * 1024 * 1024),
    })
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ code: 'too-large' })
  })
})

const binaries = postgresBinaries()
const missing = binaries === undefined ? ' (skipped: no PostgreSQL is installed)' : ''
if (missing !== '') process.stderr.write(`SKIPPED: the CRM on PostgreSQL${missing}\n`)

describe.skipIf(binaries === undefined)(
  `the CRM on PostgreSQL${missing}`,
  { timeout: 60_000 },
  () => {
    let postgres: TestPostgres | undefined
    beforeAll(async () => {
      postgres = await startPostgres(binaries ?? '')
    }, 60_000)
    afterAll(() => postgres?.stop())

    it('stands behind one address with several instances that know the same', async () => {
      const env = { DATABASE_URL: postgres?.url ?? '' }
      const first = await start(env).ready
      expect(readFileSync(join(folder, 'crm/token'), 'utf8')).toBe(first.token)
      const second = await start(env).ready
      expect(second.token).toBe(first.token)
      const lead = aLead({ person: { emails: ['sample@example.com'] } })
      const others = Array.from({ length: 9 }, () =>
        aLead({ person: { emails: ['sample@example.com'] } }),
      )
      const results = await Promise.all(
        [lead, lead, ...others].map((each, n) => send(n % 2 === 0 ? first : second, [each])),
      )
      expect(new Set(results.flat().map(result => result.card?.id)).size).toBe(1)
      const statuses = results.flat().map(result => result.status)
      expect(statuses.filter(status => status === 'created')).toHaveLength(10)

      const link = await fetch(`${first.url}/api/v1/sign-in-links`, {
        method: 'POST',
        headers: { authorization: `Bearer ${first.token}`, 'content-type': 'application/json' },
        body: '{}',
      }).then(answer => answer.json() as Promise<{ url: string }>)
      const elsewhere = link.url.replace(first.url, second.url)
      const signedIn = await fetch(elsewhere, { redirect: 'manual' })
      const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
      const page = await fetch(`${first.url}/`, { headers: { cookie } })
      expect(await page.text()).toContain('10 conversations')
    })
  },
)
