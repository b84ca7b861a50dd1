import type { Connector, Session } from '../../../lib/crm/connector.ts'
import type { Queue } from '../../../lib/store/queue.ts'
import { run } from '../../../lib/sync/run.ts'
import { createWake } from '../../../lib/sync/wake.ts'
import { requeueIn, takeBackIn } from '../disk/desk.ts'
import type { Disk } from '../disk/disk.ts'

/** The parts of the engine that a mistake can be planted in; `planted.ts` replaces them one by one. */
export interface Parts {
  run: typeof run
  createWake: typeof createWake
  takeBack: typeof takeBackIn
  requeue: typeof requeueIn
  queue(real: Queue, disk: Disk): Queue
  connector(real: Connector): Connector
  /** @param elsewhere asks where a redirect leads to */
  session(real: Session, elsewhere: Session['ask']): Session
  hasLock: boolean
  /** Whether what was written down is there after a power cut. */
  isStrict: boolean
}

export const PRODUCT: Parts = {
  ...{ run, createWake, takeBack: takeBackIn, requeue: requeueIn, hasLock: true, isStrict: true },
  queue: real => real,
  connector: real => real,
  session: real => real,
}
