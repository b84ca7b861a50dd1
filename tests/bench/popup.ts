import { percentile } from './kit/percentile.ts'
import { against, type Row, round } from './kit/row.ts'
import { type Button, findButton } from './popup/button.ts'
import { type Pace, type TypedField, typeInto } from './popup/keys.ts'
import { type Opening, openInTurn, whenReady } from './popup/openings.ts'
import { seedLeads } from './popup/seed.ts'
import { PAGES, type PageName, withSubject } from './popup/subject.ts'

const LEADS = [0, 10_000, 100_000]
const TIMES = 40
const KEY_TURNS = 3
const PACES: Record<Pace, string> = { breath: 'in one breath', letters: 'letter by letter' }

/** A frame of a screen that shows 60 of them a second. */
const FRAME_MS = 16

const METRICS: Record<keyof Opening, string> = {
  sinceLoad: 'caret, from the beginning of the load',
  sinceClick: 'caret, from the click',
}

/** The browser gives a paint to 4 ms and draws every 17: where two differ by less, the mean tells. */
const SUMMARIES = {
  p50: (values: number[]) => percentile(values, 50),
  p95: (values: number[]) => percentile(values, 95),
  mean: (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length,
}

/** The real popup of the production build, against a bare form under the same button. */
export const run = (say: (line: string) => void): Promise<Row[]> =>
  withSubject(async subject => {
    const button = await findButton(subject.browser)
    const rows: Row[] = []
    for (const [place, leads] of LEADS.entries()) {
      await seedLeads(subject, LEADS[place - 1] ?? 0, leads)
      for (const isAsleep of [false, true]) {
        const name = `${leads} leads, worker ${isAsleep ? 'asleep' : 'awake'}`
        say(`${name}: the popup and a bare form, ${TIMES} times each`)
        rows.push(...(await measureOpenings(name, button, isAsleep)))
      }
      say(`${leads} leads: keys into both`)
      for (const pace of ['breath', 'letters'] as const)
        for (const field of ['name', 'company'] as const) {
          const name = `${leads} leads, ${field} ${PACES[pace]}`
          rows.push(...(await measureKeys(name, field, pace, button)))
        }
    }
    return rows
  })

async function measureOpenings(name: string, button: Button, isAsleep: boolean): Promise<Row[]> {
  const found = await openInTurn(button, isAsleep, TIMES)
  return (['sinceLoad', 'sinceClick'] as const).flatMap(since =>
    (Object.keys(SUMMARIES) as (keyof typeof SUMMARIES)[]).map(summary => {
      const of = (page: PageName) => SUMMARIES[summary](found[page].map(opening => opening[since]))
      const metric = `${METRICS[since]}, ${summary}`
      const value = round(of('popup.html'))
      return against({ case: name, metric, value, unit: 'ms' }, of('bare.html'))
    }),
  )
}

/** A frame waits for the screen, in whatever page: hence the bare form beside the limit. */
async function measureKeys(
  name: string,
  field: TypedField,
  pace: Pace,
  button: Button,
): Promise<Row[]> {
  const times: Record<PageName, number[]> = { 'popup.html': [], 'bare.html': [] }
  for (let turn = 0; turn < KEY_TURNS * PAGES.length; turn += 1) {
    await button.click(async (page, opened) => {
      await whenReady(page)
      times[opened].push(...(await typeInto(page, field, pace)))
    })
  }
  const value = round(percentile(times['popup.html'], 95))
  const row = { case: name, unit: 'ms', value }
  return [
    against({ ...row, metric: 'key to screen, p95' }, FRAME_MS),
    against(
      { ...row, metric: 'key to screen, p95, against a bare form' },
      percentile(times['bare.html'], 95),
    ),
  ]
}
