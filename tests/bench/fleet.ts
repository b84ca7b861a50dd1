import { type Figures, type Story, simulate } from './fleet/simulate.ts'
import { against, type Row, round } from './kit/row.ts'

/** The day after a fair, when everybody promotes whom they met, and the CRM goes down meanwhile. */

const MINUTE = 60_000
const BROWSERS = 10_000

const FAIR = { browsers: BROWSERS, leadsEach: 30, within: 60 * MINUTE, perSecond: 100, seed: 1 }
const STORIES: Record<string, Story> = {
  'down in the middle of the hour': { ...FAIR, down: { from: 25 * MINUTE, to: 35 * MINUTE } },
  'down at the end of the hour': { ...FAIR, down: { from: 50 * MINUTE, to: 60 * MINUTE } },
}

export async function run(say: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, story] of Object.entries(STORIES)) {
    const { browsers, leadsEach, perSecond, seed } = story
    say(`${name}: ${browsers} browsers, ${leadsEach} leads each, seed ${seed}`)
    say(`The CRM takes ${perSecond} requests in a second`)
    rows.push(...rowsOf(name, story, await simulate(story)))
  }
  return rows
}

function rowsOf(name: string, { down }: Story, figures: Figures): Row[] {
  const { drained, least, waits, asked, refused, silent, doubled, megabytes } = figures
  const minutes = (ms: number) => round(ms / MINUTE)
  const share = (of: number) => round((refused * 100) / of)
  const row = { case: name }
  const drain = 'from the first promotion until the last card, against the least possible'
  return [
    against({ ...row, metric: drain, value: minutes(drained), unit: 'min' }, least / MINUTE),
    {
      ...row,
      metric: 'the same, after the CRM came back',
      value: minutes(drained - down.to),
      unit: 'min',
    },
    { ...row, metric: 'requests', value: asked, unit: '' },
    { ...row, metric: 'requests while it was down', value: silent, unit: '' },
    against({ ...row, metric: 'turned away with 429', value: share(asked), unit: '%' }, 5),
    {
      ...{ ...row, metric: 'turned away with 429, of what it answered at all' },
      ...{ value: share(asked - silent), unit: '%' },
    },
    { ...row, metric: 'a browser’s last lead waits, p50', value: minutes(waits.p50), unit: 'min' },
    { ...row, metric: 'a browser’s last lead waits, p99', value: minutes(waits.p99), unit: 'min' },
    { ...row, metric: 'a browser’s last lead waits, most', value: minutes(waits.max), unit: 'min' },
    { ...row, metric: 'leads sent again after they were acknowledged', value: doubled, unit: '' },
    { ...row, metric: 'heap of the simulation', value: round(megabytes), unit: 'MB' },
  ]
}
