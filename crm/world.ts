import type { Colleague } from './store/colleagues.ts'
import type { Db } from './store/open.ts'

/** What the pages and the API work with; all of it is handed in, none of it is kept between requests. */
export type World = {
  db: Db
  now(): Date
  /** The address that people use, where it is not the one that requests come with. */
  publicUrl: string | undefined
  /** How many API requests a minute each colleague may make; 0: any number. */
  rateLimit: number
  /** Takes a line a request; absent: nothing is logged. */
  log: ((line: string) => void) | undefined
}

/** What the checks before a route find out for it. */
export type Checked = { Variables: { colleague: Colleague } }
