import * as z from 'zod/mini'
import { ACTIVITY_KINDS } from './kinds.ts'

/**
 * A lead as it was promoted: what the salesperson saw when they pressed the button, and all that a
 * CRM may learn of the person. Strict, because it is written here and read back from disk; a field
 * that is not in this file can't leave the device.
 *
 * Lengths are in UTF-16 code units. Dates are calendar dates, `YYYY-MM-DD`, without a time zone:
 * the day is business, the minute would be surveillance.
 */

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

/** The longest value of each field, in UTF-16 code units. */
export const LIMITS = {
  name: 200,
  company: 200,
  title: 200,
  email: 254,
  phone: 40,
  profile: 2048,
  number: 40,
  where: 200,
  note: 20_000,
  activity: 20_000,
  tag: 60,
  /** How many activities one lead can have. */
  activities: 200,
} as const

/** As many tags as a lead can have. */
export const MOST_TAGS = 50

export const RELATIONS = ['prospect', 'customer', 'partner', 'supplier'] as const

const webAddress = z.url({ protocol: /^https?$/ }).check(z.maxLength(LIMITS.profile))

/** A contact's id, as the CRM named it in its answer to `/matches`. */
const contactId = z.string().check(z.minLength(1), z.maxLength(128))

/**
 * What the salesperson answered when the CRM said whom it knows already. It goes only to a CRM that
 * said that it takes such answers, and only to the one whose contacts these are.
 */
const contactSchema = z.strictObject({
  /** This very contact: the lead goes there, on that contact's card. */
  is: z.optional(contactId),
  /** None of these, whatever they have in common. */
  not: z.optional(z.array(contactId).check(z.minLength(1), z.maxLength(20))),
})

const activitySchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(ACTIVITY_KINDS),
  on: z.iso.date(),
  text: text(LIMITS.activity),
})

export const leadSchema = z.strictObject({
  /** Made at random with the draft; with `revision` it is the idempotency key. */
  id: z.uuid(),
  /** Counts the promoted versions, from 1. A higher one replaces a lower one, never the reverse. */
  revision: z.int().check(z.gte(1)),
  person: z.strictObject({
    name: text(LIMITS.name),
    title: z.optional(text(LIMITS.title)),
    emails: z.array(z.email().check(z.maxLength(LIMITS.email))).check(z.maxLength(10)),
    /** E.164, such as `+4722334455`. */
    phones: z.array(text(LIMITS.phone)).check(z.maxLength(10)),
    /** The one address that the user gave. */
    profile: z.optional(webAddress),
  }),
  company: z.strictObject({
    name: text(LIMITS.company),
    /** Organisation number, as given. */
    number: z.optional(text(LIMITS.number)),
    website: z.optional(webAddress),
    /** Whether this person is the company's main contact. Absent: not said. */
    mainContact: z.optional(z.boolean()),
  }),
  contact: z.optional(contactSchema),
  meeting: z.strictObject({
    where: z.optional(text(LIMITS.where)),
    on: z.optional(z.iso.date()),
    event: z.optional(text(LIMITS.where)),
  }),
  relation: z.enum(RELATIONS),
  note: z.optional(text(LIMITS.note)),
  tags: z.array(text(LIMITS.tag)).check(z.maxLength(MOST_TAGS)),
  followUp: z.optional(z.iso.date()),
  activities: z.array(activitySchema).check(z.maxLength(LIMITS.activities)),
})

export type Lead = z.infer<typeof leadSchema>
export type Activity = z.infer<typeof activitySchema>
export type ActivityKind = Activity['kind']
