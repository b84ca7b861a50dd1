import * as z from 'zod/mini'
import { leadSchema } from '../../lead/schema.ts'

/**
 * The open endpoint: the contract between Kundekort and any CRM that speaks it. The extension's
 * connector and the embedded CRM read it from here, and the OpenAPI document is made from it.
 *
 * Requests are strict. Answers drop what they don't know, since an API grows fields; strings in
 * them are capped, because they end on a screen.
 */

/** The version that this code speaks; `GET /me` tells the server's. */
export const API_VERSION = 1

/** The most leads in one request. */
export const BATCH_LIMIT = 500

/** The largest request body, in bytes; a larger one is answered with 413. */
export const BODY_LIMIT = 2 * 1024 * 1024

const word = z.string().check(z.minLength(1), z.maxLength(200))
const cardUrl = z.string().check(z.maxLength(2048))

/** RFC 9457. `code` is ours: a word that a program can act on. */
export const problemSchema = z.object({
  type: z.string().check(z.maxLength(2048)),
  title: z.string().check(z.maxLength(500)),
  status: z.int(),
  detail: z.optional(z.string().check(z.maxLength(500))),
  code: z.optional(z.string().check(z.maxLength(64))),
})

export const meSchema = z.object({
  api: z.int(),
  crm: z.object({ name: word, version: word }),
  user: z.object({ id: word, name: word }),
  limits: z.object({ batch: z.int().check(z.gte(1)), bodyBytes: z.int().check(z.gte(1024)) }),
})

const id = z.string().check(z.minLength(1), z.maxLength(128))

const cardSchema = z.object({ id, url: cardUrl })

/**
 * Each lead is read by itself, after the envelope, so that one bad lead is one `rejected` and not
 * the end of the batch.
 */
export const batchEnvelopeSchema = z.strictObject({
  leads: z.array(z.unknown()).check(z.minLength(1), z.maxLength(BATCH_LIMIT)),
})

/** The documented form of the request; `batchEnvelopeSchema` is how a server reads it. */
export const batchRequestSchema = z.strictObject({
  leads: z.array(leadSchema).check(z.minLength(1), z.maxLength(BATCH_LIMIT)),
})

export const batchResultSchema = z.object({
  /** The lead's id, as it was sent; empty where the lead had none that could be read. */
  id: z.string().check(z.maxLength(128)),
  status: z.enum(['created', 'updated', 'unchanged', 'rejected']),
  /** The card that the lead is on; its company's name and number as the card has them. */
  card: z.optional(
    z.extend(cardSchema, {
      name: z.optional(word),
      number: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
    }),
  ),
  /** Which of the card's contacts the lead's person is. */
  contact: z.optional(z.object({ id })),
  problem: z.optional(problemSchema),
})

/** One result a lead, in the order of the request. */
export const batchAnswerSchema = z.object({ results: z.array(batchResultSchema) })

/** Asked only about a lead that was promoted; by POST, since a query string would end in logs. */
export const matchRequestSchema = z.strictObject({
  email: z.optional(z.string().check(z.maxLength(254))),
  phone: z.optional(z.string().check(z.maxLength(40))),
  name: z.optional(word),
  company: z.optional(word),
})

export const matchAnswerSchema = z.object({
  matches: z.array(
    z.object({
      card: z.extend(cardSchema, { name: word }),
      contact: z.object({ id, name: word }),
      why: z.enum(['email', 'phone', 'name-and-company']),
    }),
  ),
  /** Whether this CRM reads `contact` in a lead. One that doesn't say so is never sent any. */
  choices: z.optional(z.boolean()),
})

export type { Lead } from '../../lead/schema.ts'
export { leadSchema }
export type Me = z.infer<typeof meSchema>
export type Problem = z.infer<typeof problemSchema>
export type BatchResult = z.infer<typeof batchResultSchema>
export type BatchAnswer = z.infer<typeof batchAnswerSchema>
export type MatchRequest = z.infer<typeof matchRequestSchema>
export type MatchAnswer = z.infer<typeof matchAnswerSchema>
