import * as z from 'zod/mini'
import type { Connector } from '../connector.ts'
import { check } from './check.ts'
import { match } from './match.ts'
import { push } from './push.ts'

/** The open endpoint: the embedded CRM, and any other that speaks `contract.ts`. */
export const openConnector: Connector = {
  id: 'open',
  settings: z.strictObject({ address: z.string(), token: z.string() }),
  // Half of what the contract allows: with the longest card addresses an answer is then no larger
  // than the door reads, a retry is cheap, and more at a time were no faster (tests/bench/sync.ts).
  limits: { batch: 250, bytes: 1024 * 1024, concurrency: 4 },
  steps: false,
  check,
  match,
  push,
}
