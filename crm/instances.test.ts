import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPostgres } from './store/open.ts'
import { aLead, revised } from './testing/a-lead.ts'
import { faults } from './testing/faults.ts'
import { postgresBinaries, startPostgres, type TestPostgres } from './testing/postgres.ts'
import { type Running, sendLeads } from './testing/processes.ts'
import { type CrmProcess, startProcess } from './testing/start-process.ts'

const binaries = postgresBinaries()
const missing = binaries === undefined ? ' (skipped: no PostgreSQL is installed)' : ''
if (missing !== '') process.stderr.write(`SKIPPED: several instances${missing}\n`)

describe.skipIf(binaries === undefined)(
  `two instances over one PostgreSQL${missing}`,
  { timeout: 60_000 },
  () => {
    let postgres: TestPostgres | undefined
    const folder = mkdtempSync(join(tmpdir(), 'kundekort-instances-'))
    let started: CrmProcess[] = []
    let both: Running[] = []
    const url = () => postgres?.url ?? ''
    const instance = (n: number) => both[n % 2] ?? { url: '', token: '' }
    beforeAll(async () => {
      postgres = await startPostgres(binaries ?? '')
      const env = { PORT: '0', CRM_DATA: folder, DATABASE_URL: url(), RATE_LIMIT: '60' }
      started = [startProcess(env), startProcess(env)]
      both = await Promise.all(started.map(crm => crm.ready))
    }, 60_000)
    beforeEach(async () => {
      const db = openPostgres(url())
      await sql`truncate card, contact, conversation, budget cascade`.execute(db)
      await db.destroy()
    })
    afterAll(async () => {
      for (const crm of started) crm.child.kill('SIGTERM')
      expect(await Promise.all(started.map(crm => crm.ended))).toEqual([0, 0])
      await postgres?.stop()
      rmSync(folder, { recursive: true })
    }, 60_000)

    const look = async () => {
      const db = openPostgres(url())
      const { rows } = await sql`select
        (select count(*) from card) as cards, (select count(*) from contact) as contacts,
        (select count(*) from conversation) as conversations,
        (select count(*) from activity) as activities,
        (select max(revision) from conversation) as revision`.execute(db)
      const found = { ...(rows[0] as object), faults: await faults(db) }
      await db.destroy()
      return found
    }
    const activity = (text: string) =>
      ({ id: aLead().id, kind: 'offer', on: '2026-03-01', text }) as const
    const person = { emails: ['sample@example.com'] }

    it('know the same token and the same sessions', async () => {
      expect(readFileSync(join(folder, 'token'), 'utf8')).toBe(instance(0).token)
      expect(instance(1).token).toBe(instance(0).token)
      await sendLeads(instance(0), [aLead()])
      const link = await fetch(`${instance(0).url}/api/v1/sign-in-links`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${instance(0).token}`,
          'content-type': 'application/json',
        },
        body: '{}',
      }).then(answer => answer.json() as Promise<{ url: string }>)
      const elsewhere = link.url.replace(instance(0).url, instance(1).url)
      const signedIn = await fetch(elsewhere, { redirect: 'manual' })
      const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
      const page = await fetch(`${instance(0).url}/`, { headers: { cookie } })
      expect(await page.text()).toContain('1 conversation')
    })

    it('make one card, one contact and each activity once of duplicates at once', async () => {
      const leads = Array.from({ length: 10 }, (_, n) =>
        aLead({ person, activities: [activity(`Offer ${n}`)] }),
      )
      const twice = [...leads, ...leads.toReversed()]
      const answers = await Promise.all(twice.map((lead, n) => sendLeads(instance(n), [lead])))
      const statuses = answers.flat().map(result => result.status)
      expect(statuses.toSorted()).toEqual([
        ...Array(10).fill('created'),
        ...Array(10).fill('unchanged'),
      ])
      const one = { cards: 1, contacts: 1, conversations: 10, activities: 10, revision: 1 }
      expect(await look()).toEqual({ ...one, faults: [] })
    })

    it.each([
      ['the older first', [0, 1, 2]],
      ['the newer first', [2, 1, 0]],
    ])('keep the highest revision, %s and all at once', async (_, order) => {
      const kept = activity('Offer')
      const first = aLead({ person, activities: [kept] })
      const second = revised(first, { activities: [kept, activity('Sale')] })
      const revisions = [first, second, revised(second, { note: 'third' })]
      const wanted = order.flatMap(n => revisions[n] ?? [])
      await Promise.all(wanted.map((lead, n) => sendLeads(instance(n), [lead])))
      for (const [n, lead] of wanted.entries()) {
        const [answer] = await sendLeads(instance(n), [lead])
        expect(answer?.status).toBe('unchanged')
      }
      const one = { cards: 1, contacts: 1, conversations: 1, activities: 2, revision: 3 }
      expect(await look()).toEqual({ ...one, faults: [] })
    })

    it('share a colleague’s budget', async () => {
      const me = (n: number) =>
        fetch(`${instance(n).url}/api/v1/me`, {
          headers: { authorization: `Bearer ${instance(n).token}` },
        }).then(answer => answer.status)
      const statuses = await Promise.all(Array.from({ length: 80 }, (_, n) => me(n)))
      const passed = statuses.filter(status => status === 200).length
      // What comes back in the seconds that it takes is one a second.
      expect(passed).toBeGreaterThanOrEqual(60)
      expect(passed).toBeLessThan(75)
      expect(new Set(statuses)).toEqual(new Set([200, 429]))
    })
  },
)
