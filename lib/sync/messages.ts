import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { type Found, LONGEST_PASTE, PASTE_FIELDS } from '../lead/paste/found.ts'
import type { Request } from './requests.ts'
import { createSender } from './sender.ts'

const workAnswerSchema = z.strictObject({
  /** Whether something is due that this wake-up had no time for. */
  more: z.boolean(),
  /** When something is due next, in milliseconds since the epoch. */
  wakeAt: z.optional(z.number()),
})

const text = z.string().check(z.maxLength(2048))

const matchAnswerSchema = z.strictObject({
  matches: z.array(
    z.strictObject({
      card: z.strictObject({ id: text, url: z.optional(text), name: text }),
      contact: z.strictObject({ id: text, name: text }),
      why: z.enum(['email', 'phone', 'name-and-company']),
    }),
  ),
  choices: z.boolean(),
  /** The CRM could not be asked. */
  failed: z.optional(z.literal(true)),
})

const readAnswerSchema = z.strictObject({
  found: z.array(
    z.strictObject({
      field: z.enum(PASTE_FIELDS),
      value: z.string(),
      spans: z.array(z.strictObject({ start: z.int(), end: z.int() })),
    }),
  ),
})

export type WorkAnswer = z.infer<typeof workAnswerSchema>
export type MatchAnswer = z.infer<typeof matchAnswerSchema>
export type ReadAnswer = { found: Found[] }

/**
 * Has the worker send what is due, for as long as that takes and this page is open: the answer that
 * is still to come keeps the worker alive. Without us its alarm goes on, later.
 *
 * @throws where the worker could not be reached
 */
export const sendWork = createSender({
  ask: async () =>
    workAnswerSchema.parse(await browser.runtime.sendMessage({ type: 'work' } satisfies Request)),
  now: Date.now,
  setTimer: (task, ms) => void setTimeout(task, ms),
})

/**
 * Has the worker read what was pasted. Reading changes nothing, so a worker that dies over it is
 * asked once more.
 *
 * @throws where the worker could not be reached twice
 */
export async function askRead(text: string, country: string): Promise<Found[]> {
  const request: Request = { type: 'read', text: text.slice(0, LONGEST_PASTE), country }
  const ask = async () => readAnswerSchema.parse(await browser.runtime.sendMessage(request)).found
  return ask().catch(ask)
}

/**
 * Has the worker ask the CRM whom it knows already who may be a lead that is on a card.
 *
 * @throws where the worker could not be reached
 */
export async function askMatches(leadId: string): Promise<MatchAnswer> {
  const request: Request = { type: 'match', leadId }
  return matchAnswerSchema.parse(await browser.runtime.sendMessage(request))
}
