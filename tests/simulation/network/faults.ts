import type { DoorCode } from '../../../lib/crm/http.ts'

/** What can happen to one request. Milliseconds from its start. */
export interface Fate {
  /** When it takes effect at the CRM: never, once, or more often. */
  effects: readonly number[]
  /** The share of its leads that the CRM does it for. */
  share?: number
  /** When the sender hears of it. */
  heard: number
  /** What the door makes of it. */
  door?: DoorCode
  /** What the CRM answers instead of what it did. */
  status?: number
  retryAfter?: string
  json?: unknown
  /** The share of the results that the answer tells of. */
  told?: number
  /** What the CRM says of each single lead. */
  item?: number
}

/** The door gives up a request after this many milliseconds. */
const TIMEOUT = 15_000

/** What a request does, it does soon: what is still to come can't be looked for. */
const SOON = 5

const quick = (fate: Partial<Fate>): Fate => ({ effects: [], heard: 40, ...fate })
const done = (fate: Partial<Fate>): Fate => quick({ effects: [SOON], ...fate })

/** Each by its name. `date` is an HTTP date two minutes from now by the CRM's clock. */
export const FAULTS = {
  'dropped before': () => quick({ door: 'unreachable' }),
  'dropped after': () => done({ door: 'unreachable' }),
  'delivered twice': () => done({ effects: [SOON, 2000] }),
  slow: () => done({ heard: 7000 }),
  'timed out': () => quick({ heard: TIMEOUT, door: 'timeout' }),
  'timed out after it was done': () => done({ heard: TIMEOUT, door: 'timeout' }),
  'done after it was given up': () => done({ effects: [17_000], heard: TIMEOUT, door: 'timeout' }),
  'half of it was done': () => done({ share: 0.5, heard: TIMEOUT, door: 'timeout' }),
  503: () => quick({ status: 503 }),
  '503 after it was done': () => done({ status: 503 }),
  '503 with a wait': () => quick({ status: 503, retryAfter: '90' }),
  500: () => quick({ status: 500 }),
  '500 after it was done': () => done({ status: 500 }),
  408: () => quick({ status: 408 }),
  409: () => quick({ status: 409 }),
  413: () => quick({ status: 413 }),
  422: () => quick({ status: 422 }),
  401: () => quick({ status: 401 }),
  403: () => quick({ status: 403 }),
  429: () => quick({ status: 429 }),
  '429 in seconds': () => quick({ status: 429, retryAfter: '60' }),
  '429 with a date': (date: string) => quick({ status: 429, retryAfter: date }),
  'a page instead of an answer': () => quick({ door: 'not-json' }),
  'a page after it was done': () => done({ door: 'not-json' }),
  'another shape': () => done({ json: { ok: true } }),
  'half a batch answered': () => done({ told: 0.5 }),
  'nobody answered': () => done({ told: 0 }),
  'each lead later': () => quick({ item: 503 }),
  'each lead refused': () => quick({ item: 422 }),
  redirect: () => quick({ door: 'redirected' }),
} satisfies Record<string, (date: string) => Fate>

export type Fault = keyof typeof FAULTS

/** What no client can help where nothing tells that two requests are one. */
export const NEEDS_A_KEY: readonly Fault[] = ['delivered twice', 'done after it was given up']

/** How it goes when nothing goes wrong, at a CRM that takes this long. */
export const fine = (ms: number): Fate => ({ effects: [SOON], heard: ms })
