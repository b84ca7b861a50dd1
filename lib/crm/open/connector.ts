import * as z from 'zod/mini'
import type { Connector } from '../connector.ts'
import { check } from './check.ts'
import { push } from './push.ts'

/** The open endpoint: the embedded CRM, and any other that speaks `contract.ts`. */
export const openConnector: Connector = {
  id: 'open',
  settings: z.strictObject({ address: z.string(), token: z.string() }),
  // Well under what the contract allows, so that an answer stays small and a retry is cheap.
  limits: { batch: 100, bytes: 1024 * 1024, concurrency: 4 },
  steps: false,
  check,
  push,
}
