import { type Fill, fillFrom } from '../lead/paste/fill.ts'
import { askRead } from '../sync/messages.ts'

/**
 * Reads what was pasted, in the worker.
 *
 * @param country ISO 3166-1 alpha-2, for phone numbers without a country code
 * @throws where the worker could not be reached
 */
export async function readPaste(text: string, country: string): Promise<Fill> {
  const found = await askRead(text, country)
  return fields => fillFrom(found, text, fields)
}
