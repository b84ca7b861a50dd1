import type { Database } from '../../lib/store/database.ts'
import { queueOf } from '../../lib/store/databaseQueue.ts'
import type { Line, RunDeps } from '../../lib/sync/run.ts'
import { anId } from './drafts.ts'

/** The engine over a database, with a clock that stands still and a line that never changes. */
export const anEngine = (db: Database, line: Line | undefined, now: number): RunDeps => ({
  ...{ queue: queueOf(db), now: () => now, elapsed: () => now },
  ...{ line: async () => line, random: () => 0.5, newId: anId },
})
