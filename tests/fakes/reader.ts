import { type Fill, fillFrom } from '../../lib/lead/paste/fill.ts'
import { readText } from '../../lib/lead/paste/read.ts'

/** What reads a paste, without a worker between. */
export const reader =
  async (text: string): Promise<Fill> =>
  fields =>
    fillFrom(readText(text, 'NO'), text, fields)
