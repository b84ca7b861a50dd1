import { addColleague, findColleague } from '../../../crm/store/colleagues.ts'
import { migrate } from '../../../crm/store/migrations.ts'
import type { Db } from '../../../crm/store/open.ts'
import { SEEDED, seedCards } from '../../../crm/testing/seed-cards.ts'
import { startCrm } from '../../harness/crm.ts'
import { percentile } from '../kit/percentile.ts'
import { against, type Row, round } from '../kit/row.ts'

/** A database, and how the CRM and we come to it. */
export interface Base {
  readonly data: string
  readonly env: Record<string, string>
  open(): Promise<Db>
  end(): Promise<void>
}

const CARDS = 100_000
const LIMIT_MS = 100
const TIMES = 40

const SEARCHES: Record<string, string> = {
  list: '/',
  'list, late page': `/?after=${CARDS / 4}`,
  'search, one letter': '/?q=b',
  'search, two letters': '/?q=be',
  'search, two letters that few cards have': '/?q=zq',
  'search, a word that many cards have': `/?q=${SEEDED.common}`,
  'search, a word that only the older half has': `/?q=${SEEDED.old}`,
  'search, a rare word': `/?q=${SEEDED.rare}`,
  'search, a word that no card has': `/?q=${SEEDED.absent}`,
  'search, a person of a company': '/?q=bj%C3%B8rn+transport',
  'search, an e-mail': '/?q=person1@company777.example',
}

export async function makePages(base: Base): Promise<void> {
  const db = await base.open()
  await migrate(db)
  const colleague = await findColleague(db, await addColleague(db, 'Sample Colleague'))
  if (colleague === null) throw new Error('a colleague just added was not found')
  await seedCards(db, CARDS, colleague.id)
  await db.destroy()
}

/** How long whole pages take, from the request to the last byte. */
export async function measurePages(kind: string, base: Base): Promise<Row[]> {
  const crm = await startCrm({ data: base.data, env: base.env })
  const signedIn = await fetch(await crm.signInLink('/'), { redirect: 'manual' })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const times = new Map<string, number[]>(Object.keys(SEARCHES).map(name => [name, []]))
  // All of them in turn, so that a busy moment of the machine is not one search's alone.
  for (let turn = -3; turn < TIMES; turn += 1) {
    for (const [name, path] of Object.entries(SEARCHES)) {
      const begun = performance.now()
      const answer = await fetch(new URL(path, crm.address), { headers: { cookie } })
      if (!answer.ok || !(await answer.text()).includes('</html>')) throw new Error('no page came')
      if (turn >= 0) times.get(name)?.push(performance.now() - begun)
    }
  }
  await crm.stop()
  return [...times].flatMap(([name, values]) => {
    const row = { case: `${kind}, ${name}`, unit: 'ms' }
    return [
      { ...row, metric: 'p50', value: round(percentile(values, 50)) },
      against({ ...row, metric: 'p95', value: round(percentile(values, 95)) }, LIMIT_MS),
    ]
  })
}
