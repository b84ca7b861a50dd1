import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { FINDING_CODES } from '../crm/finding.ts'
import { type Found, PASTE_FIELDS } from '../lead/paste/found.ts'
import { createSender } from './sender.ts'
import { KNOCK } from './wake.ts'

/** What is longer than anybody's signature is read no further, in UTF-16 code units. */
const LONGEST_PASTE = 100_000

/**
 * What pages ask of the worker: few things, since they share the database with it. `work` says that
 * something may be due, `check` asks for a test of a connection, which pages can't make themselves,
 * `match` whom the CRM knows already who may be a lead that is on a card, and `read` what a pasted
 * text says: the words by which it is read weigh as much as the popup.
 */
export const requestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('work') }),
  z.strictObject({
    type: z.literal('check'),
    address: z.string().check(z.maxLength(4096)),
    /** What was typed; empty for the token that is kept for this very address. */
    token: z.string().check(z.maxLength(4096)),
  }),
  z.strictObject({ type: z.literal('match'), leadId: z.uuid() }),
  z.strictObject({
    type: z.literal('read'),
    text: z.string().check(z.maxLength(LONGEST_PASTE)),
    /** ISO 3166-1 alpha-2, for phone numbers without a country code. */
    country: z.string().check(z.maxLength(8)),
  }),
])

export type Request = z.infer<typeof requestSchema>

const workAnswerSchema = z.strictObject({
  /** Whether something is due that this wake-up had no time for. */
  more: z.boolean(),
  /** When something is due next, in milliseconds since the epoch. */
  wakeAt: z.optional(z.number()),
})

const checkAnswerSchema = z.strictObject({
  findings: z.array(
    z.strictObject({
      code: z.enum(FINDING_CODES),
      values: z.optional(z.record(z.string(), z.string().check(z.maxLength(500)))),
    }),
  ),
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
      spans: z.readonly(z.array(z.strictObject({ start: z.int(), end: z.int() }))),
    }),
  ),
})

export type WorkAnswer = z.infer<typeof workAnswerSchema>
export type CheckAnswer = z.infer<typeof checkAnswerSchema>
export type MatchAnswer = z.infer<typeof matchAnswerSchema>
export type ReadAnswer = z.infer<typeof readAnswerSchema>

/**
 * Sees to it that the worker wakes within a minute, whatever becomes of this page. To be called
 * before what is to be sent is written, so that nothing can come between.
 */
export const knock = () => browser.alarms.create(KNOCK, { delayInMinutes: 0.5 })

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

/** Has the worker test a connection. @throws where the worker could not be reached */
export async function askCheck(address: string, token: string): Promise<CheckAnswer['findings']> {
  const request: Request = { type: 'check', address, token }
  return checkAnswerSchema.parse(await browser.runtime.sendMessage(request)).findings
}

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
