import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { FINDING_CODES } from '../crm/finding.ts'
import { createSender } from './sender.ts'
import { KNOCK } from './wake.ts'

/**
 * What pages ask of the worker: few things, since they share the database with it. `work` says that
 * something may be due, `check` asks for a test of a connection, which pages can't make themselves.
 */
export const requestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('work') }),
  z.strictObject({
    type: z.literal('check'),
    address: z.string().check(z.maxLength(4096)),
    /** What was typed; empty for the token that is kept for this very address. */
    token: z.string().check(z.maxLength(4096)),
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

export type WorkAnswer = z.infer<typeof workAnswerSchema>
export type CheckAnswer = z.infer<typeof checkAnswerSchema>

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
