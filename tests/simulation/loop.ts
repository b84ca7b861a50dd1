import type { Chances } from './random.ts'

/** Somebody whose code runs until it ends or is killed: a worker, or a page. */
export interface Actor {
  readonly name: string
  alive: boolean
}

/** Says of an event that nobody hears of it at once. */
export const SILENT = Symbol('nobody hears of it')

interface Event {
  at: number
  actor: Actor | undefined
  /** @returns `SILENT` where nothing follows from it by itself */
  go(): unknown
}

/**
 * Time, and all that is to happen in it. Whoever waits for a disk, a network or a lock waits for an
 * event of this loop, so between any two of them somebody else can act, or the waiting one be killed.
 */
export function createLoop(chances: Chances) {
  let now = 0
  let events: Event[] = []

  function after(ms: number, actor: Actor | undefined, go: () => unknown) {
    events.push({ at: now + ms, actor, go })
  }

  /** What was done, and in another event the word of it to whoever waits; nobody else can tell when. */
  function call<T>(actor: Actor, ms: number, effect: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const tell = (told: () => void) => after(chances.random(), actor, told)
      after(ms, actor, () => {
        try {
          const result = effect()
          tell(() => resolve(result))
        } catch (error) {
          tell(() => reject(error))
        }
        return SILENT
      })
    })
  }

  /** Lets the next event happen, and all that follows from it at once. @returns whether there was one */
  async function step(until = Number.POSITIVE_INFINITY): Promise<boolean> {
    let next: Event | undefined
    for (const event of events) if (next === undefined || event.at < next.at) next = event
    if (next === undefined || next.at > until) return false
    events.splice(events.indexOf(next), 1)
    now = Math.max(now, next.at)
    if (next.go() !== SILENT) await new Promise(setImmediate)
    return true
  }

  return {
    now: () => now,
    after,
    call,
    step,
    /** Lets time pass in which nothing happens. */
    passTo(moment: number) {
      now = Math.max(now, moment)
    },
    /** Ends somebody between two events: what they wait for never comes. */
    kill(actor: Actor) {
      actor.alive = false
      events = events.filter(event => event.actor !== actor)
    },
  }
}

export type Loop = ReturnType<typeof createLoop>
