import * as z from 'zod/mini'
import { item } from './item.ts'

const connectionSchema = z.strictObject({
  /** One for each address: a lead that was promoted to one goes to no other. */
  id: z.uuid(),
  /** Which connector speaks with it. */
  connector: z.enum(['open']),
  /** As `parseAddress` writes it: origin and path, without a slash at the end. */
  address: z.string().check(z.minLength(1), z.maxLength(2048)),
  /** Whether access to it was granted when it was kept: without the grant it can't be read since. */
  granted: z.boolean(),
})

export type Connection = z.infer<typeof connectionSchema>

/** The CRM that leads are promoted to. */
export const connection = item('connection', connectionSchema)
