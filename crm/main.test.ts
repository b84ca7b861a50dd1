import { readFileSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aLead } from './testing/a-lead.ts'
import { processes } from './testing/processes.ts'

const { start, folder } = processes()

describe('the CRM as a process', { timeout: 60_000 }, () => {
  it('prints one line, keeps its token to itself, and ends with 0 on SIGTERM', async () => {
    const crm = start()
    const { url, token } = await crm.ready
    expect(statSync(join(folder(), 'token')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(folder(), 'token'), 'utf8')).toBe(token)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    crm.child.kill('SIGTERM')
    expect(await crm.ended).toBe(0)
    expect(crm.stdout()).toBe(`Kundekort CRM ready: ${url} token: ${token}\n`)
    expect(crm.stderr()).toBe('')
  })

  it('answers a request that was running when it was told to end, twice even', async () => {
    const crm = start({ CRM_TOKEN: 'sample-token' })
    const { url, token } = await crm.ready
    expect(token).toBe('sample-token')
    const tooLarge = await fetch(`${url}/api/v1/leads/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: ' '.repeat(3 * 1024 * 1024),
    })
    expect(tooLarge.status).toBe(413)

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

  it('lets one of several into its folder, and another one afterwards', async () => {
    const all = [start(), start(), start()]
    const outcomes = await Promise.all(
      all.map(crm => Promise.race([crm.ready.then(() => 'ready'), crm.ended])),
    )
    expect(outcomes.toSorted()).toEqual([1, 1, 'ready'])
    const others = all.filter((_, n) => outcomes[n] !== 'ready')
    for (const other of others) {
      expect(other.stderr()).toMatch(
        /^Kundekort CRM: Another Kundekort CRM \(process \d+\) is using the folder .*\.\n$/,
      )
      expect(other.stdout()).toBe('')
    }
    const first = all[outcomes.indexOf('ready')]
    first?.child.kill('SIGINT')
    expect(await first?.ended).toBe(0)
    await start().ready
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['a value that cannot be', { PORT: 'many' }, /PORT must be/],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://sample:secret@127.0.0.1:1/x' },
      /can’t be reached/,
    ],
    ['a folder that cannot be', { CRM_DATA: '/dev/null/crm' }, /CRM_DATA/],
  ])('says in one sentence why it cannot start: %s', async (_, env, sentence) => {
    const crm = start(env)
    expect(await crm.ended).toBe(1)
    expect(crm.stderr()).toMatch(/^Kundekort CRM: [^\n]+\.\n$/)
    expect(crm.stderr()).toMatch(sentence)
    expect(crm.stderr()).not.toContain('secret')
    expect(crm.stdout()).toBe('')
  })
})
