import * as z from 'zod/mini'
import { LONGEST_PASTE } from '../lead/paste/found.ts'

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
