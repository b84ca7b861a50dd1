import { setTimeout as sleep } from 'node:timers/promises'
import { answer } from '../servers/endpoint.ts'
import { reply, startProxy } from '../servers/proxy.ts'

/** Wi-Fi on a train: each request meets one of these, as the dice fall. */
type Weather = 'clear' | 'slow' | 'cut before' | 'answer lost' | 'failed after' | 'too much'

const FORECAST: readonly (readonly [Weather, number])[] = [
  ['clear', 0.5],
  ['slow', 0.2],
  ['cut before', 0.06],
  ['answer lost', 0.1],
  ['failed after', 0.08],
  ['too much', 0.06],
]

/** A source of chance that a failure can be repeated from (mulberry32). @returns in [0, 1) */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function pick(random: () => number): Weather {
  let left = random()
  for (const [weather, share] of FORECAST) {
    left -= share
    if (left < 0) return weather
  }
  return 'clear'
}

/** Stands in front of the CRM and does to each batch what the weather brings. */
export async function startBadLine(target: string, random: () => number) {
  const met = new Map<Weather, number>()
  let underWay: (() => void)[] = []
  let season: 'down' | 'bad' | 'good' = 'bad'

  const proxy = await startProxy(target, async (heard, response, forward) => {
    if (season === 'down' && heard.method === 'POST') return response.destroy()
    if (heard.method !== 'POST' || season === 'good') return reply(response, await forward())
    const weather = pick(random)
    met.set(weather, (met.get(weather) ?? 0) + 1)
    for (const tell of underWay.splice(0)) tell()
    const open = { 'access-control-allow-origin': heard.headers.origin ?? '*' }
    if (weather === 'cut before') return response.destroy()
    if (weather === 'too much') return answer(response, 429, {}, { ...open, 'retry-after': '1' })
    if (weather === 'slow') await sleep(random() * 300)
    const answered = await forward()
    if (weather === 'answer lost') return response.destroy()
    if (weather === 'failed after') return answer(response, 503, {}, open)
    return reply(response, answered)
  })

  return {
    ...proxy,
    /** How often each weather was met. */
    met,
    /** Resolves when the next batch is on its way. */
    nextBatch: () =>
      new Promise<void>(resolve => {
        underWay = [...underWay, resolve]
      }),
    /** From now on no batch gets through, all have their weather, or all are passed on. */
    turn(to: typeof season) {
      season = to
    },
  }
}
