import { percentile } from './kit/percentile.ts'
import { against, type Row, round } from './kit/row.ts'
import { type Bed, type Candidate, makeBed, measure } from './sync/measure.ts'
import { measureMemory } from './sync/memory.ts'

/** Leads that lie in a browser, to a server on this machine: the engine against its peers. */

const WARM_UP = 500
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3)
const LEADS = Number(process.env.BENCH_LEADS ?? 10_000)

const all = (latency: number) => (latency === 0 ? LEADS : LEADS / 2)
/** Who takes a request for each lead is compared by rate: more leads don't make it any faster. */
const few = (latency: number) => (latency === 0 ? 600 : 100)

const OURS_100 = { name: 'ours, batch 100', page: 'ours', batch: 100, leads: all } as const
const OURS = { name: 'ours, its own limits', page: 'ours', batch: 0, leads: all } as const
const PLAIN = { name: 'plain loop, batch 100', page: 'plain', batch: 100, leads: all } as const
const FLOOR = { name: 'floor, batch 500, 2 lanes', page: 'floor', batch: 500, leads: all } as const
const POUCH = { name: 'PouchDB, batch 100', page: 'pouch', batch: 100, leads: all } as const
const WORKBOX = { name: 'workbox, replayed', page: 'workbox', batch: 1, leads: few } as const

const CANDIDATES: readonly Candidate[] = [OURS_100, OURS, PLAIN, FLOOR, POUCH, WORKBOX]

/** Who is held against whom. */
const PAIRS: readonly [ours: Candidate, peer: Candidate][] = [
  [OURS_100, PLAIN],
  [OURS_100, POUCH],
  [OURS_100, WORKBOX],
  [OURS, PLAIN],
  [OURS, FLOOR],
]

export async function run(say: (line: string) => void): Promise<Row[]> {
  const bed = await makeBed()
  const rows: Row[] = []
  for (const latency of [0, 50]) {
    const rates = await measureAll(bed, latency, say)
    rows.push(
      ...PAIRS.map(([ours, peer]) => {
        const row = { case: `${latency} ms, ${ours.name}`, metric: `against ${peer.name}` }
        const value = round(median(rates, ours))
        return against({ ...row, value, unit: 'leads/s' }, median(rates, peer))
      }),
    )
  }
  rows.push(...(await measureMemory(bed, say)))
  await bed.end()
  return rows
}

type Rates = Map<Candidate, number[]>

const median = (rates: Rates, candidate: Candidate) => percentile(rates.get(candidate) ?? [], 50)

/** A warm-up and counted rounds, each of which begins with another one. */
async function measureAll(bed: Bed, latency: number, say: (line: string) => void): Promise<Rates> {
  const rates: Rates = new Map(CANDIDATES.map(candidate => [candidate, []]))
  for (const candidate of CANDIDATES) await measure(bed, candidate, latency, warmUp(candidate))
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const place of CANDIDATES.keys()) {
      const candidate = CANDIDATES[(place + turn) % CANDIDATES.length]
      if (candidate === undefined) continue
      const rate = await measure(bed, candidate, latency, candidate.leads(latency))
      rates.get(candidate)?.push(rate)
      say(`${latency} ms, round ${turn + 1}, ${candidate.name}: ${Math.round(rate)} leads/s`)
    }
  }
  return rates
}

const warmUp = ({ leads }: Candidate) => Math.min(WARM_UP, leads(50))
