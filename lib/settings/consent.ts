import * as z from 'zod/mini'
import { item } from './item.ts'

/** Counts up when the welcome page says something new; then people are asked again. */
export const CONSENT_VERSION = 1

/** That the person read what the product sends and when, and agreed. Without it nothing is promoted. */
export const consent = item(
  'consent',
  z.strictObject({ version: z.literal(CONSENT_VERSION), on: z.iso.date() }),
)
