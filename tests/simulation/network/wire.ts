import { type Answer, DoorError } from '../../../lib/crm/http.ts'
import type { Entry } from '../history.ts'
import { type Actor, type Loop, SILENT } from '../loop.ts'
import type { Asked, Crm } from './crm.ts'
import { FAULTS, type Fate, type Fault, fine, NEEDS_A_KEY } from './faults.ts'

/** What a CRM is like whatever happens to a request. */
export interface Temper {
  /** How long a request takes, in milliseconds. */
  ms: number
  /** How many leads it takes at once; more are too large. */
  most: number
  /** A lead that makes the CRM fall over, with all that are sent beside it. */
  poison?: string | undefined
  /** Whether two requests that are one can be told by it. */
  hasKeys: boolean
}

interface Ways {
  loop: Loop
  /** The true time, which the CRM goes by: milliseconds since the epoch. */
  truth(): number
  /** Whether the browser's clock tells the same. */
  isTrue(): boolean
  note(entry: Entry): void
  temper: Temper
}

/** The network between the extension and its CRMs: requests leave, and something becomes of each. */
export function createWire({ loop, truth, isTrue, note, temper }: Ways) {
  const faults: Fault[] = []
  let calls = 0

  function fateOf(crm: Crm, ask: Asked): Fate {
    const fault = faults.shift()
    const isIn = crm.leadsOf(ask).some(({ lead }) => lead === temper.poison)
    if (isIn) return { effects: [], heard: temper.ms, status: 500 }
    if (crm.sizeOf(ask) > temper.most) return { effects: [], heard: temper.ms, status: 413 }
    const isFair = fault !== undefined && (temper.hasKeys || !NEEDS_A_KEY.includes(fault))
    return isFair ? FAULTS[fault](new Date(truth() + 120_000).toUTCString()) : fine(temper.ms)
  }

  function answerOf(crm: Crm, ask: Asked, fate: Fate, served: unknown): Answer {
    if (fate.status !== undefined) {
      return { status: fate.status, json: undefined, retryAfter: fate.retryAfter }
    }
    // What is refused lead by lead was not done, but it was read.
    const json = fate.json ?? crm.changed(served ?? crm.serve(ask, loop.now(), 0), fate)
    return { status: 200, json, retryAfter: fate.retryAfter }
  }

  return {
    /** What befalls the next requests, one each. */
    befall: (fault: Fault, times: number) => void faults.push(...Array(times).fill(fault)),
    calm: () => void faults.splice(0),
    ask(actor: Actor, to: string, crm: Crm, ask: Asked): Promise<Answer> {
      calls += 1
      const call = calls
      const fate = fateOf(crm, ask)
      const { heard, effects, share = 1, door } = fate
      let served: unknown
      note({ at: loop.now(), is: 'call', call, worker: actor.name, to, leads: crm.leadsOf(ask) })
      for (const ms of effects) {
        loop.after(ms, undefined, () => {
          served = crm.serve(ask, loop.now(), share)
          return SILENT
        })
      }
      return new Promise((resolve, reject) =>
        loop.after(heard, actor, () => {
          if (door !== undefined) {
            note({ at: loop.now(), is: 'lost', call })
            return reject(new DoorError(door))
          }
          const answer = answerOf(crm, ask, fate, served)
          const wait = answer.status === 429 && isTrue() ? waitOf(fate) : {}
          note({ at: loop.now(), is: 'answer', call, took: crm.took(ask, answer), ...wait })
          return resolve(answer)
        }),
      )
    },
  }
}

const waitOf = ({ retryAfter }: Fate) =>
  retryAfter === undefined ? {} : { wait: Number(retryAfter) ? Number(retryAfter) * 1000 : 118_000 }
