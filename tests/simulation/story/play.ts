import type { ProblemCode } from '../../../lib/lead/problem.ts'
import type { Entry } from '../history.ts'
import { judge } from '../judge/checker.ts'
import { type Parts, PRODUCT } from '../world/parts.ts'
import { createPeople } from '../world/people.ts'
import { createWorkers } from '../world/workers.ts'
import { createWorld, type World } from '../world/world.ts'
import type { Act, Story } from './story.ts'

/** How many events an end may take: a lead that makes a CRM fall over is tried for more than a day. */
const LONG = 6000

export interface Played {
  /** What is wrong, in the tables or by the history; nothing where all is well. */
  wrong: string[]
  history: readonly Entry[]
  /** How many events there were. */
  events: number
}

/**
 * Plays a story through the real engine, lets the faults end, and waits until nothing happens any
 * more: from then on only alarms wake the worker.
 *
 * @param killAt ends the worker after so many events, each time, and starts a new one
 */
export async function play(
  { acts, ...setting }: Story,
  parts: Parts = PRODUCT,
  killAt: readonly number[] = [],
): Promise<Played> {
  const world = createWorld(setting, parts)
  const workers = createWorkers(world)
  const people = createPeople(world, workers)
  let events = 0

  async function step(until?: number): Promise<boolean> {
    if (killAt.includes(events)) {
      workers.kill()
      workers.awaken()
    }
    events += 1
    return world.loop.step(until)
  }

  async function pass(ms: number) {
    const until = world.loop.now() + ms
    while (await step(until)) if (events > LONG) break
    world.loop.passTo(until)
  }

  function update() {
    workers.kill()
    workers.loseAlarms()
    workers.awaken()
  }

  function cutPower() {
    workers.kill()
    if (!parts.isStrict) world.disk.tear()
    workers.awaken()
  }

  function setClock(ms: number) {
    world.clock.ahead += ms
    world.note({ at: world.loop.now(), is: 'clock set' })
  }

  async function act(one: Act): Promise<void> {
    switch (one.do) {
      case 'events':
        for (let count = one.count; count > 0; count -= 1) await step()
        return
      case 'sleep':
        return pass(one.ms)
      case 'edit':
        return people.edit(one.lead)
      case 'take back':
        return people.takeBack(one.lead)
      case 'note':
        return people.note(one.lead, one)
      case 'take back a note':
        return people.takeBackNote(one.lead)
      case 'reopen':
        return people.reopen(one.lead)
      case 'promote':
        return people.promote(one.leads, one)
      case 'retry':
        return people.retry(one)
      case 'resume':
        return people.resume(one)
      case 'pause':
        return people.pause()
      case 'connect':
        return people.connect()
      case 'grant':
        return people.grant(one.granted)
      case 'work':
        return workers.awaken()
      case 'kill':
        return workers.kill()
      case 'another worker':
        return workers.startAnother()
      case 'update':
        return update()
      case 'power cut':
        return cutPower()
      case 'set clock':
        return setClock(one.ms)
      case 'befall':
        return world.wire.befall(one.fault, one.times)
      case 'fail to write':
        return world.disk.failAfter(one.after, one.with)
    }
  }

  /** Waits until nothing happens any more. @returns whether that came */
  async function settle(): Promise<boolean> {
    const end = events + LONG
    while (events < end) if (!(await step())) return true
    return false
  }

  for (const one of acts) {
    await act(one).catch((error: unknown) => {
      // A window whose write failed says so, and the story goes on.
      if (!(error instanceof DOMException)) throw error
    })
  }

  world.wire.calm()
  world.disk.heal()
  people.grant(true)
  if (world.disk.read().meta.paused) people.resume({})
  let isQuiet = await settle()
  // Nothing is wrong any more, and somebody says so: whatever may arrive does.
  people.retry({})
  isQuiet = (await settle()) && isQuiet
  const cards = [...world.crms].flatMap(([connection, crm]) => crm.cards(connection))
  world.note({ at: world.loop.now(), is: 'end', isQuiet, cards })
  const found = judge(world.history).map(({ fault, detail }) => `${fault}: ${detail}`)
  return { wrong: [...world.wrong, ...found, ...leftIn(world)], history: world.history, events }
}

/** What a lead may still need somebody for when nothing is wrong any more. */
const FINE: readonly ProblemCode[] = ['unclear-step']

/** I3: leads that need somebody for no reason. */
function leftIn({ disk, setting: { bad } }: World): string[] {
  return [...disk.read().outbox.values()].flatMap(row => {
    if (row.phase !== 'needs-you' || row.leadId === bad?.lead) return []
    const { code } = row.problem
    return FINE.includes(code) ? [] : [`I3: ${row.leadId} needs somebody for ${code}`]
  })
}
