import type { Session } from '../../../lib/crm/connector.ts'
import { openConnector } from '../../../lib/crm/open/connector.ts'
import type { Lead } from '../../../lib/crm/open/contract.ts'
import { type Line, run } from '../../../lib/sync/run.ts'
import { createWake } from '../../../lib/sync/wake.ts'
import { percentile } from '../kit/percentile.ts'
import { type Clock, createClock } from './clock.ts'
import { type Crm, createCrm } from './crm.ts'
import { createMemoryQueue } from './memoryQueue.ts'
import { createRandom } from './random.ts'

/** A day after a fair: many browsers, one CRM. The engine is the real one; disk and network are not. */
export interface Story {
  readonly browsers: number
  readonly leadsEach: number
  /** In how many milliseconds they are promoted. */
  readonly within: number
  readonly perSecond: number
  readonly down: { from: number; to: number }
  readonly seed: number
}

export interface Figures {
  /** When the last lead was on its card, and when it could have been at the earliest. */
  readonly drained: number
  readonly least: number
  readonly asked: number
  readonly refused: number
  readonly silent: number
  readonly doubled: number
  /** From the promotion of a browser's last lead until all of its leads were on their cards. */
  readonly waits: { p50: number; p99: number; max: number }
  readonly megabytes: number
}

const CONNECTION = '00000000-0000-4000-8000-00000000c0de'
const DAY = 24 * 3600 * 1000
/** The simulated day begins here: only differences count. */
const EPOCH = Date.parse('2026-03-02T08:00:00Z')

const aLead = (id: string): Lead => ({
  ...{ id, revision: 1, person: { name: 'Sample Person', emails: [], phones: [] } },
  ...{ company: { name: 'Example AS' }, meeting: {}, relation: 'prospect', tags: [] },
  activities: [],
})

export async function simulate(story: Story): Promise<Figures> {
  const random = createRandom(story.seed)
  const clock = createClock()
  const isDown = (time: number) => time >= story.down.from && time < story.down.to
  const crm = createCrm(clock, story.perSecond, isDown)
  const lasts: { id: string; at: number }[][] = []
  for (let number = 0; number < story.browsers; number += 1) {
    const promotions = Array.from({ length: story.leadsEach }, (_, n) => ({
      ...{ id: `${number}-${n}`, at: Math.floor(random() * story.within) },
    }))
    lasts.push(promotions)
    startBrowser(clock, crm, random, promotions)
  }
  await clock.runUntil(DAY)
  return figuresOf(story, crm, lasts)
}

/** A browser whose popup is open only for the moment of promoting: all else is for alarms. */
function startBrowser(
  clock: Clock,
  crm: Crm,
  random: () => number,
  promotions: readonly { id: string; at: number }[],
): void {
  const queue = createMemoryQueue()
  const session: Session = {
    ask: ({ body }) => crm.ask((body as { leads: Lead[] }).leads),
    ownLink: () => undefined,
    pause: ms => new Promise(resolve => clock.at(clock.now() + ms, () => resolve())),
  }
  const line: Line = { connectionId: CONNECTION, connector: openConnector, session }
  let ids = 0
  let alarm = 0
  const wake = createWake({
    run: () =>
      run({
        ...{ queue, random, line: async () => line, now, elapsed: clock.now },
        newId: () => String(ids++),
      }),
    exclusively: task => task(),
    async setAlarm(at) {
      alarm += 1
      const set = alarm
      if (at !== undefined) clock.at(at - EPOCH, () => set === alarm && void wake())
    },
    now,
  })
  function now() {
    return EPOCH + clock.now()
  }
  for (const { id, at } of promotions) {
    clock.at(at, () => {
      queue.promote(aLead(id), CONNECTION)
      void wake()
    })
  }
}

/** Of more values than a call takes arguments. */
const largest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0)

function figuresOf(
  { perSecond, down, browsers, within }: Story,
  { came, counts }: Crm,
  lasts: readonly { id: string; at: number }[][],
): Figures {
  const total = lasts.reduce((sum, leads) => sum + leads.length, 0)
  if (came.size !== total) throw new Error(`${total - came.size} leads never came`)
  const waits = lasts.map(leads => {
    const promoted = largest(leads.map(({ at }) => at))
    return largest(leads.map(({ id }) => came.get(id) ?? Number.NaN)) - promoted
  })
  const last = largest(lasts.map(leads => largest(leads.map(({ at }) => at))))
  // Whoever waits in the end needs one request, as all of a browser's leads fit into one.
  const isAfter = down.to >= within
  return {
    drained: largest([...came.values()]),
    least: isAfter ? down.to + (browsers / perSecond) * 1000 : last,
    ...counts,
    waits: {
      p50: percentile(waits, 50),
      p99: percentile(waits, 99),
      max: percentile(waits, 100),
    },
    megabytes: process.memoryUsage().heapUsed / 1024 ** 2,
  }
}
