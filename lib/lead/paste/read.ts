import { calendarText, FOLD, isCalendar } from './calendar.ts'
import type { Found } from './found.ts'
import { readLetter } from './letter.ts'
import { toPlain } from './plain.ts'
import { onLines } from './properties.ts'
import { isVcard, readVcard } from './vcard.ts'

/** More than this is nobody's signature; what follows is left as it is. */
const LONGEST = 100_000

/**
 * Reads what somebody pasted: a signature, a card, a link, a sentence.
 *
 * @param pasted as it came
 * @param country ISO 3166-1 alpha-2, for phone numbers without a country code
 * @returns what was recognised, with where it stands in what was pasted
 */
export function readText(pasted: string, country: string): Found[] {
  const plain = toPlain(pasted.slice(0, LONGEST))
  const isEntry = isCalendar(plain.text)
  const { text, from } = isEntry ? plain.without(FOLD) : plain
  const found = isVcard(text)
    ? readVcard(onLines(text), country)
    : readLetter(isEntry ? calendarText(onLines(text)) : text, country)
  return found.map(one => ({ ...one, spans: one.spans.map(from) }))
}
