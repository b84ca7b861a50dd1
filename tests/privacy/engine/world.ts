import 'fake-indexeddb/auto' // before Dexie is there to look for one
import { browser } from 'wxt/browser'
import type { Connector } from '../../../lib/crm/connector.ts'
import { createDoor } from '../../../lib/crm/http.ts'
import type { Draft } from '../../../lib/lead/draft.ts'
import { consent } from '../../../lib/settings/consent.ts'
import { saveConnection } from '../../../lib/settings/secret.ts'
import { catchUp } from '../../../lib/store/catchUp.ts'
import type { Database } from '../../../lib/store/database.ts'
import { queueOf } from '../../../lib/store/databaseQueue.ts'
import { saveDraft } from '../../../lib/store/drafts.ts'
import { journal } from '../../../lib/store/journal.ts'
import { openLine } from '../../../lib/sync/line.ts'
import { promote } from '../../../lib/sync/promote.ts'
import { type RunDeps, run } from '../../../lib/sync/run.ts'
import { aDatabase } from '../../fakes/database.ts'
import { type Reply, recordNetwork, type Sent } from './network.ts'

export const ADDRESS = 'https://crm.example.com/team'
export const TOKEN = 'sample-token'
const CONNECTION = '00000000-0000-4000-8000-00000000c0de'
const START = 1_800_000_000_000

/** What the engine runs on, and the database behind it. */
export type WorldDeps = RunDeps & { db: Database }

/** The parts of the product that a breach can be planted in; `planted.ts` replaces them one by one. */
export interface Parts {
  promote: typeof promote
  run(deps: WorldDeps): ReturnType<typeof run>
  createDoor: typeof createDoor
  /** @param drafts how many there are */
  connector(real: Connector, db: Database): Promise<Connector> | Connector
}

export const PRODUCT: Parts = { promote, run, createDoor, connector: real => real }

/** A draft that is never promoted, and where it lies. */
export interface PrivateDraft {
  draft: Draft
  /** `chosen` is selected with the others when they are promoted, but can't be. */
  lies: 'in the list' | 'in the list, newer' | 'on the form' | 'left behind' | 'chosen'
}

export interface Story {
  promoted: readonly Draft[]
  replies: readonly Reply[]
  /** How often the worker wakes at most; an alarm rings when the engine asked for it. */
  wakes: number
}

/**
 * Plays a story through the real engine, in memory and in no time: the people are written down and
 * promoted, and the worker wakes until it asks for no alarm any more. Clock, chance and ids are
 * injected, so that two stories differ in their private drafts and in nothing else.
 *
 * @returns all that went through the door
 */
export async function play(
  parts: Parts,
  { promoted, replies, wakes }: Story,
  drafts: readonly PrivateDraft[],
): Promise<Sent[]> {
  const { db, clock, deps, sent } = await open(parts, replies)
  const those = (lies: PrivateDraft['lies']) =>
    drafts.filter(one => one.lies === lies).map(({ draft }) => draft)

  for (const draft of those('in the list')) await saveDraft(db, draft)
  for (const draft of promoted) await saveDraft(db, draft)
  for (const draft of [...those('chosen'), ...those('in the list, newer')]) {
    await saveDraft(db, draft)
  }
  for (const draft of those('left behind')) await journal.keepAside(draft)
  for (const draft of those('on the form')) await journal.keep(draft)
  const chosen = [...those('chosen'), ...promoted].map(({ id }) => id)
  await parts.promote(db, chosen, 'NO')
  await wake(parts, deps, clock, wakes)
  db.close()
  return sent
}

export async function wake(parts: Parts, deps: WorldDeps, clock: { now: number }, wakes: number) {
  for (let woken = 0; woken < wakes; woken += 1) {
    await catchUp(deps.db, journal)
    const ended = await parts.run(deps)
    if (!ended.more && ended.wakeAt === undefined) return
    const soonest = clock.now + 30_000
    clock.now = ended.more ? soonest : Math.max(ended.wakeAt ?? soonest, soonest)
  }
}

/** A browser in which somebody agreed and connected a CRM, with an empty database. */
export async function open(parts: Parts, replies: readonly Reply[]) {
  await browser.storage.local.clear()
  await consent.write({ version: 1, on: '2026-11-23' })
  await saveConnection(ADDRESS, TOKEN, false, () => CONNECTION)
  const db = aDatabase()
  const clock = { now: START }
  let ids = 0
  const { network, sent } = recordNetwork(() => clock.now, replies)
  const door = parts.createDoor(network)
  const deps: WorldDeps = {
    db,
    queue: queueOf(db),
    now: () => clock.now,
    elapsed: () => clock.now,
    random: () => 0.5,
    newId() {
      ids += 1
      return `sender-${ids}`
    },
    async line() {
      const line = await openLine(door)
      return line && { ...line, connector: await parts.connector(line.connector, db) }
    },
  }
  return { db, clock, deps, sent, connectionId: CONNECTION }
}
