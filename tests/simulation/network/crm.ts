import type { Answer, Ask } from '../../../lib/crm/http.ts'
import type { Card, Said } from '../history.ts'
import type { Fate } from './faults.ts'

export type Asked = Omit<Ask, 'token'>
export type Said1 = Omit<Said, 'text'>

/** A CRM that is spoken to by requests. Times are milliseconds of its own clock. */
export interface Crm {
  /** What a request says of which leads. */
  leadsOf(ask: Asked): Said[]
  /** How many leads it would take at once. */
  sizeOf(ask: Asked): number
  /** Does what is asked. @param share of the leads, from 0 to 1 */
  serve(ask: Asked, now: number, share: number): unknown
  /** The answer as it goes out, changed by what befell it. */
  changed(json: unknown, fate: Fate): unknown
  /** Which leads an answer says to have. */
  took(ask: Asked, answer: Answer): Said1[]
  /** What it has, in the end. */
  cards(connection: string): Card[]
}
