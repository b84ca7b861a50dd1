import * as z from 'zod/mini'
import { isLocalPath } from './local-path.ts'

/** Where a sign-in link leads: a page of ours, and of nobody else. */
export const signInLinkRequestSchema = z.strictObject({
  next: z._default(z.string().check(z.maxLength(2048), z.refine(isLocalPath)), '/'),
})
