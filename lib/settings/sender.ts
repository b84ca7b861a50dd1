import * as z from 'zod/mini'
import { item } from './item.ts'

/** Whom people hear from when they are told that their data is kept: as it stands in the letter. */
export const sender = item(
  'sender',
  z.strictObject({
    /** The name of the user's company. */
    company: z.string(),
    /** How it is reached. */
    contact: z.string(),
  }),
)
