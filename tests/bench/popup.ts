import { findToolbar, type Toolbar } from '../closing/toolbar.ts'
import type { Browser } from '../harness/browser.ts'
import { percentile } from './kit/percentile.ts'
import { against, type Row, round } from './kit/row.ts'
import { measureKeys } from './popup/keys.ts'
import { type Opening, openInTurn } from './popup/openings.ts'
import { seedLeads } from './popup/seed.ts'
import { withSubject } from './popup/subject.ts'

const LEADS = process.env.TIMES ? [0, 1000] : [0, 10_000, 100_000]
const TIMES = Number(process.env.TIMES ?? 40)

const METRICS: Record<keyof Opening, string> = {
  sinceLoad: 'caret, from the beginning of the load',
  sinceClick: 'caret, from the click',
}

/** The real popup of the production build, against a bare form under the same button. */
export const run = (say: (line: string) => void): Promise<Row[]> =>
  withSubject(async subject => {
    const { browser } = subject
    const toolbar = await findToolbar(browser)
    const rows: Row[] = []
    for (const [place, leads] of LEADS.entries()) {
      await seedLeads(subject, LEADS[place - 1] ?? 0, leads)
      say(`${leads} leads: the popup and a bare form, ${TIMES} times each`)
      for (const isAsleep of [false, true]) {
        rows.push(...(await measureOpenings(browser, toolbar, leads, isAsleep)))
      }
    }
    say('keystrokes')
    rows.push(...(await measureKeys(toolbar, LEADS.at(-1) ?? 0)))
    return rows
  })

async function measureOpenings(
  browser: Browser,
  toolbar: Toolbar,
  leads: number,
  isAsleep: boolean,
): Promise<Row[]> {
  const found = await openInTurn(browser, toolbar, isAsleep, TIMES)
  const name = `${leads} leads, worker ${isAsleep ? 'asleep' : 'awake'}`
  return (['sinceLoad', 'sinceClick'] as const).flatMap(since =>
    [50, 95].map(percent => {
      const of = (openings: Opening[]) =>
        percentile(
          openings.map(opening => opening[since]),
          percent,
        )
      const metric = `${METRICS[since]}, p${percent}`
      const value = round(of(found['popup.html']))
      return against({ case: name, metric, value, unit: 'ms' }, of(found['bare.html']))
    }),
  )
}
