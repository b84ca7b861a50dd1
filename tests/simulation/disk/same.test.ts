// The queue in memory is worth something only as long as it is the one on disk: the same deeds leave
// the same rows in both.
import { expect, test } from 'vitest'
import type { Session } from '../../../lib/crm/connector.ts'
import { DoorError } from '../../../lib/crm/http.ts'
import { openConnector } from '../../../lib/crm/open/connector.ts'
import type { Lead } from '../../../lib/lead/schema.ts'
import { run } from '../../../lib/sync/run.ts'
import { aDatabase } from '../../fakes/database.ts'
import { type Chances, chancesFrom } from '../random.ts'
import { inMemory, onDexie, type Store } from './stores.ts'

const RUNS = Number(process.env.SAME_RUNS ?? 250)
const SEED = Number(process.env.SEED ?? 20_261_123)
const YEARS = 10 * 365 * 24 * 3600 * 1000
const IDS = Array.from({ length: 6 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`)
const REPLIES = [
  'fine',
  'some later',
  'some later',
  'some refused',
  429,
  401,
  500,
  413,
  'lost',
  'killed',
] as const

type Reply = (typeof REPLIES)[number]
type Deed = (store: Store) => Promise<unknown>

/** One request at a time, so that both do the same in the same order. */
const CONNECTOR = { ...openConnector, limits: { batch: 3, bytes: 700, concurrency: 1 } }

function answer(reply: Reply, leads: Lead[]): { status: number; json: unknown } {
  if (reply === 'killed') throw new Error('killed')
  if (reply === 'lost') throw new DoorError('unreachable')
  if (typeof reply === 'number') return { status: reply, json: undefined }
  const results = leads.map(({ id }, index) => {
    const status = reply === 'some later' ? 503 : 422
    if (reply === 'fine' || index % 2 === 0) return { id, status: 'created' }
    return { id, status: 'rejected', problem: { type: '', title: 'Planted', status } }
  })
  return { status: 200, json: { results } }
}

function running(chances: Chances, now: number): Deed {
  const replies = Array.from({ length: 8 }, () => chances.oneOf(REPLIES))
  const [random, owner, connectionId] = [
    chances.random(),
    chances.below(1e6),
    `${chances.below(2)}`,
  ]
  return async store => {
    const left = [...replies]
    let ids = 0
    const session: Session = {
      ask: async ({ body }) => ({
        ...answer(left.shift() ?? 'fine', (body as { leads: Lead[] }).leads),
        retryAfter: undefined,
      }),
      pause: async () => undefined,
      ownLink: url => url,
    }
    try {
      return await run({
        ...{ queue: store.queue, now: () => now, elapsed: () => 0, random: () => random },
        newId() {
          ids += 1
          return `${owner}/${ids}`
        },
        line: async () => ({ connectionId, connector: CONNECTOR, session }),
      })
    } catch (error) {
      return String(error)
    }
  }
}

function deedOf(chances: Chances, now: number, counter: number): Deed {
  const { oneOf, below, is } = chances
  const id = oneOf(IDS)
  const some = IDS.filter(() => is(0.5))
  const [connectionId, seq] = [`${below(2)}`, 1 + below(6)]
  const number = below(4)
  const paused = is(0.3) ? { since: now } : undefined
  const notes = `note ${below(2)}${is(0.2) ? 'x'.repeat(900) : ''}`
  return oneOf<Deed>([
    store => store.edit(id, counter, notes),
    store => store.edit(id, counter, notes),
    store => store.promote(some, '0'),
    store => store.promote(some, connectionId),
    store => store.takeBack(some),
    store => store.reopen(id),
    store => store.note(id, number),
    store => store.note(id, number),
    store => store.takeBackNote(id, number),
    store => store.requeue(connectionId),
    store => store.pause(paused),
    store => store.queue.checkpoint(connectionId, id, notes.slice(0, 6), notes),
    store => store.queue.readRemote(connectionId, id),
    store => store.queue.readFrozen(seq),
    running(chances, now),
    running(chances, now),
    running(chances, now),
  ])
}

async function compare(seed: number): Promise<void> {
  const chances = chancesFrom(seed)
  const db = aDatabase()
  const [onDisk, memory] = [onDexie(db), inMemory()]
  let now = 1_800_000_000_000
  for (const id of IDS) for (const store of [onDisk, memory]) await store.edit(id, 1, 'note 0')
  for (let counter = 2; counter < 22; counter += 1) {
    now += chances.oneOf([0, 5000, 20_000, 31_000, 3_600_000, 3_600_000, YEARS, -YEARS])
    const deed = deedOf(chances, now, counter)
    const [said, saidToo] = [await deed(onDisk), await deed(memory)]
    const [kept, keptToo] = [await onDisk.dump(), await memory.dump()]
    expect([saidToo, keptToo], `seed ${seed}, deed ${counter}`).toEqual([said, kept])
  }
  await db.delete()
}

test(`${RUNS} times the same deeds leave the same rows in memory and on disk, seeds from ${SEED}`, async () => {
  for (let seed = SEED; seed < SEED + RUNS; seed += 1) await compare(seed)
}, 600_000)
