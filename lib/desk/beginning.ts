import { startOf } from '../lead/start.ts'
import type { RunningEvent } from '../settings/event.ts'
import type { Back } from './back.ts'
import type { Desk } from './interface.ts'

/** Has each new form begin with where one is, and with what sticks of the person before. */
export function keepBeginning(desk: Desk, back: Back): void {
  let running: RunningEvent | undefined
  const before = back.readLast().catch(() => undefined) // then nothing sticks
  before.then(draft => {
    back.watchEvent(event => {
      running = event
      desk.begin(last => startOf(last ?? draft?.fields, running))
    })
  })
}
