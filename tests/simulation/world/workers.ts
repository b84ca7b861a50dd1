import type { Session } from '../../../lib/crm/connector.ts'
import { DoorError } from '../../../lib/crm/http.ts'
import type { Line } from '../../../lib/sync/run.ts'
import { queueIn } from '../disk/queue.ts'
import type { Actor } from '../loop.ts'
import type { World } from './world.ts'

interface Worker {
  actor: Actor
  wake(): void
}

/** The extension's worker: it is started by an event, runs the real engine, and can die anywhere. */
export function createWorkers(world: World) {
  const { loop, parts, state, chances } = world
  const workers: Worker[] = []
  let begun = 0
  let running = 0
  const alarms = { outbox: 0, knock: 0 }
  let wakes = 0

  /** Sets one of the alarms anew, or takes it away. */
  function setAlarm(name: keyof typeof alarms, at: number | undefined) {
    alarms[name] += 1
    const mine = alarms[name]
    if (at === undefined) return
    loop.after(Math.max(0, at - world.wall()), undefined, () => {
      if (mine === alarms[name]) awaken()
    })
  }

  function lineOf(actor: Actor): Line {
    const { connection } = state
    const ask = (to: string): Session['ask'] => {
      return async asked => {
        if (!state.isGranted) throw new DoorError('grant-missing')
        return world.wire.ask(actor, to, world.crmOf(connection), asked)
      }
    }
    const session: Session = {
      ask: ask(connection),
      pause: ms => loop.call(actor, ms, () => undefined),
      ownLink: url => url,
    }
    return {
      connectionId: connection,
      connector: world.connector,
      session: parts.session(session, ask('elsewhere')),
    }
  }

  function start(): Worker {
    begun += 1
    const actor: Actor = { name: `worker-${begun}`, alive: true }
    let ids = 0
    const queue = queueIn(world.disk, effect => world.reach(actor, effect))
    const deps = {
      ...{ queue: parts.queue(queue, world.disk), now: world.wall, elapsed: loop.now },
      ...{ random: chances.random, line: () => world.reach(actor, () => lineOf(actor)) },
      newId() {
        ids += 1
        return `${actor.name}/${ids}`
      },
    }
    const wake = parts.createWake({
      now: world.wall,
      setAlarm(at) {
        // The browser hears of it at once, and who dies then has set it all the same.
        setAlarm('outbox', at)
        return world.reach(actor, () => undefined)
      },
      exclusively: task => (parts.hasLock ? world.lock.request(actor, task) : task()),
      async run() {
        running += 1
        actors.set(actor, (actors.get(actor) ?? 0) + 1)
        if (running > 1 && parts.hasLock) world.wrong.add('I7: two senders')
        try {
          return await parts.run(deps)
        } finally {
          running -= 1
          actors.set(actor, (actors.get(actor) ?? 1) - 1)
        }
      },
    })
    const worker = { actor, wake: () => void wake().catch(fault) }
    workers.push(worker)
    worker.wake()
    return worker
  }
  const actors = new Map<Actor, number>()

  /** A disk that fails is weather; anything else that a run throws is a mistake. */
  function fault(error: unknown) {
    if (!(error instanceof DOMException)) world.wrong.add(`crash: ${String(error)}`)
  }

  /** An event for the worker, which is started for it if there is none. */
  function awaken() {
    wakes += 1
    const worker = workers.at(-1) ?? start()
    worker.wake()
  }

  return {
    awaken,
    /** What a page does before it writes. */
    knock: () => setAlarm('knock', world.wall() + 30_000),
    /** What an update of the extension does. */
    loseAlarms() {
      setAlarm('outbox', undefined)
      setAlarm('knock', undefined)
    },
    wakes: () => wakes,
    /** Another worker beside the one that there is, as while the browser replaces one. */
    startAnother: () => void start(),
    /** Ends all of them at this very moment. */
    kill() {
      for (const { actor } of workers.splice(0)) {
        loop.kill(actor)
        world.note({ at: loop.now(), is: 'killed', worker: actor.name })
        running -= actors.get(actor) ?? 0
        world.lock.free(actor)
      }
    },
  }
}

export type Workers = ReturnType<typeof createWorkers>
