import type { DraftRow } from '../store/rows.ts'

/** Between what is shown of somebody and the beginning of their id; nobody types it. */
const BEFORE_ID = ' › '
const ID_LETTERS = 8

type Person = Pick<DraftRow, 'id' | 'fields'>

/** What is left of somebody's words in a line that is shown on one line. */
const shown = ({ fields }: Person) =>
  [fields.name, fields.company]
    .map(text => text.replace(/[\s›]+/g, ' ').trim())
    .filter(text => text !== '')
    .join(', ')

/** What stands in the address bar when somebody known is chosen there. */
export const contentOf = (person: Person): string =>
  `${shown(person)}${BEFORE_ID}${person.id.slice(0, ID_LETTERS)}`

/**
 * Whether a line was chosen from the suggestions rather than typed.
 *
 * @returns how the id of the one that was chosen begins, and the line without it
 */
export function chosenIn(line: string): { id: string; text: string } | undefined {
  const at = line.lastIndexOf(BEFORE_ID)
  const id = line.slice(at + BEFORE_ID.length)
  const isId = at !== -1 && new RegExp(`^[0-9a-f]{${ID_LETTERS}}$`).test(id)
  return isId ? { id, text: line.slice(0, at) } : undefined
}

const MARKUP: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
}

/**
 * A sentence as the address bar takes it: Chromium reads markup there, Firefox doesn't.
 *
 * @param isMarkup whether it does
 */
export function forAddressBar(text: string, isMarkup: boolean): string {
  // Neither takes a control letter or half of one; Chromium then shows nothing at all.
  const plain = text.toWellFormed().replace(/[\p{Cc}\p{Cn}\uFFFE\uFFFF]+/gu, ' ')
  return isMarkup ? plain.replace(/[&<>"']/g, letter => MARKUP[letter] ?? '') : plain
}
