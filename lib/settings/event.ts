import * as z from 'zod/mini'
import { LIMITS } from '../lead/schema.ts'
import { item } from './item.ts'

const eventSchema = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(LIMITS.where)),
  /** As in the form, with commas between them. */
  tags: z.string().check(z.maxLength(LIMITS.note)),
  /** The calendar date on which it was begun: who was met there since is counted. */
  since: z.iso.date(),
})

export type RunningEvent = z.infer<typeof eventSchema>

/** Where somebody said that they are; everybody they write down was met there until they end it. */
export const event = item('event', eventSchema)
