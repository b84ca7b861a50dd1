import * as z from 'zod/mini'
import { item } from '../settings/item.ts'

/**
 * What the popup is still to do or say about something that was handed over: it is closed when that
 * happens. The words themselves are in the draft already, wherever the disk had room for them.
 */
const offerSchema = z.union([
  /** The text stands in the draft's box for pasting, and is to be read into the other fields. */
  z.strictObject({ is: z.literal('text'), draftId: z.uuid() }),
  /** A name from a social network; the profile's address is taken once the user says so. */
  z.strictObject({
    is: z.literal('name'),
    draftId: z.uuid(),
    profile: z.optional(z.string().check(z.maxLength(4096))),
  }),
  /** What the storage on disk did not take: the form is where it can be seen and copied. */
  z.strictObject({ is: z.literal('unkept'), field: z.enum(['name', 'paste']), text: z.string() }),
  /** Nothing was taken, and this is why. */
  z.strictObject({ is: z.literal('nothing'), why: z.enum(['people', 'no-name']) }),
])

export type Offer = z.infer<typeof offerSchema>

export const offer = item('offer', offerSchema, 'session')
