import type { DraftFields } from './draft.ts'

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u
const ADDRESS = /\bhttps?:\/\/[^\s<>"]+|\b(?:www\.|[a-z]{2,3}\.linkedin\.com\/)[^\s<>"]+/i
const PHONE = /(?<![\p{L}\p{N}])(?:\+|00)?\d[\d ()./-]{6,18}\d(?![\p{L}\p{N}])/u
/** Two to four words that begin with a capital, and nothing else on the line. */
const NAME = /^\p{Lu}[\p{L}'’-]+(?: (?:(?:van|von|de|der|af|av) )?\p{Lu}[\p{L}.'’-]*){1,3}$/u

/**
 * Reads what somebody pasted: the first e-mail address, web address, phone number and line that
 * looks like a name go to their fields where those are empty; all the rest goes to the notes.
 * Nothing is thrown away, and no field that has text is touched.
 *
 * @returns the fields that change, with their new text
 */
export function readPaste(text: string, fields: DraftFields): Partial<DraftFields> {
  const changed: Partial<DraftFields> = {}
  let rest = text
  const take = (field: keyof DraftFields, pattern: RegExp) => {
    const found = rest.match(pattern)?.[0]
    if (found === undefined || fields[field].trim() !== '') return
    changed[field] = found.trim()
    rest = rest.replace(found, '')
  }
  take('email', EMAIL)
  take('profile', ADDRESS)
  take('phone', PHONE)
  const lines = rest
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => /[\p{L}\p{N}]/u.test(line))
  if (fields.name.trim() === '') {
    const name = lines.find(line => NAME.test(line))
    if (name !== undefined) {
      changed.name = name
      lines.splice(lines.indexOf(name), 1)
    }
  }
  if (lines.length > 0) {
    changed.notes = [fields.notes.trimEnd(), ...lines].filter(line => line !== '').join('\n')
  }
  return changed
}
