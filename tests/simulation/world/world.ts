import { openConnector } from '../../../lib/crm/open/connector.ts'
import { createDisk, type Tables } from '../disk/disk.ts'
import { leasedIn } from '../disk/queue.ts'
import type { Entry } from '../history.ts'
import { wrongIn } from '../judge/state.ts'
import { type Actor, createLoop } from '../loop.ts'
import type { Crm } from '../network/crm.ts'
import { openCrm } from '../network/open.ts'
import { MANNERS, recordCrm } from '../network/records.ts'
import { stepConnector } from '../network/steps.ts'
import { createWire } from '../network/wire.ts'
import { chancesFrom } from '../random.ts'
import { createLock } from './lock.ts'
import type { Parts } from './parts.ts'

/** What a world is like from its beginning. */
export interface Setting {
  seed: number
  crm: 'open' | keyof typeof MANNERS
  /** How many leads the CRM takes at once, and how long that takes it, in milliseconds. */
  most: number
  ms: number
  /** A lead that the CRM refuses, or falls over. */
  bad?: { lead: string; how: 'refused' | 'poison' }
}

const START = 1_800_000_000_000

/** Everything that there is beside the workers and the people. */
export function createWorld(setting: Setting, parts: Parts) {
  const chances = chancesFrom(setting.seed)
  const loop = createLoop(chances)
  const history: Entry[] = []
  const wrong = new Set<string>()
  const crms = new Map<string, Crm>()
  const clock = { ahead: 0 }
  const state = { isGranted: true, connection: '', byUser: false }
  const { bad } = setting

  const note = (entry: Entry) => void history.push(entry)
  const disk = createDisk((before, after) => {
    for (const each of wrongIn(before, after, state.byUser)) wrong.add(each)
    for (const entry of shownBy(before, after)) note({ at: loop.now(), ...entry })
  })
  const wire = createWire({
    ...{ loop, note, truth: () => START + loop.now(), isTrue: () => clock.ahead === 0 },
    temper: {
      ...{ ms: setting.ms, most: setting.most },
      poison: bad?.how === 'poison' ? bad.lead : undefined,
      hasKeys: setting.crm === 'open' || setting.crm === 'key',
    },
  })

  function newCrm(): Crm {
    const refuses = ({ id }: { id: string }) => bad?.how === 'refused' && bad.lead === id
    return setting.crm === 'open' ? openCrm(refuses) : recordCrm(MANNERS[setting.crm], refuses)
  }

  /** Another CRM is set up; after the second, the first one again, which keeps its name. */
  function connect() {
    state.connection = state.connection === 'crm-2' ? 'crm-1' : `crm-${crms.size + 1}`
    if (!crms.has(state.connection)) crms.set(state.connection, newCrm())
    note({ at: loop.now(), is: 'connected', connection: state.connection })
  }

  function crmOf(connection: string): Crm {
    const found = crms.get(connection)
    if (found === undefined) throw new Error(`No such CRM: ${connection}`)
    return found
  }

  /** What was not to be written down is an entry as well: it is known to whoever tried. */
  function tried<T>(task: () => T): T {
    try {
      return task()
    } catch (error) {
      note({ at: loop.now(), is: 'not written' })
      throw error
    }
  }

  connect()
  return {
    ...{ setting, parts, chances, loop, history, wrong, crms, clock, state, disk, wire, note },
    ...{ connect, crmOf, lock: createLock(loop) },
    connector: parts.connector(
      setting.crm === 'open' ? openConnector : stepConnector(MANNERS[setting.crm]),
    ),
    /** The time as the browser tells it. */
    wall: () => START + loop.now() + clock.ahead,
    /** Goes to the disk, which takes a moment, and comes back in another one. */
    reach: <T>(actor: Actor, effect: () => T): Promise<T> =>
      loop.call(actor, chances.random() * 3, () => tried(effect)),
    sending: () => [...leasedIn(disk.read())],
  }
}

export type World = ReturnType<typeof createWorld>

type Shown = { is: 'shown'; lead: string; revision: number; as: 'on-card' | 'needs-you' }

function shownBy(before: Tables, after: Tables): Shown[] {
  return [...after.outbox.values()].flatMap(({ leadId: lead, revision, phase }): Shown[] => {
    const then = before.outbox.get(lead)
    const isNews = then?.phase !== phase || then.revision !== revision
    return isNews && phase !== 'queued' ? [{ is: 'shown', lead, revision, as: phase }] : []
  })
}
