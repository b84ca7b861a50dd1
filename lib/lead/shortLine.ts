import type { DraftFields } from './draft.ts'

/** The fields that a short line can fill. */
export type ShortLine = Partial<
  Pick<DraftFields, 'name' | 'company' | 'where' | 'email' | 'phone' | 'profile' | 'notes'>
>

const EMAIL = /(?<![^\s,;<(])[^\s,;<>()@]+@[^\s,;<>()@]+\.[^\s,;<>()@.]{2,}/u
const LINK = /(?<![^\s,;<(])(?:https?:\/\/|www\.)[^\s,;<>]+/iu
/** Seven digits at least, with what people write between them; but no date. */
const PHONE =
  /(?<![\p{L}\p{N}])(?!\d{4}-\d\d-\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{4}\b)\(?(?:\+|00)?\d(?:[ \u00a0()./-]{0,2}\d){6,14}(?![\p{L}\p{N}])/u

/** What stands before a company, before a place, and before either. */
const COMPANY = ['hos', 'fra', 'frå', 'från', 'from']
const PLACE = ['på', 'i', 'in', 'on', 'under', 'during']
const EITHER = ['at', 'ved', 'vid', '@', 'of']
/** Before a place and its word: *møtt på*, *met at*. */
const MET = ['møtte', 'møtt', 'mødt', 'mødte', 'traff', 'traf', 'träffade', 'träffad', 'met']
const MARK = new RegExp(
  `(?:^|\\s+)(?:(${MET.join('|')})(?:\\s+|$))?(?:(${[...COMPANY, ...PLACE, ...EITHER].join('|')})(?=\\s|$))`,
  'giu',
)
const LEGAL_FORM =
  /(?:^|\s)(?:as|asa|ab|a\/s|aps|ans|da|sa|ba|oy|oyj|gmbh|ag|kg|bv|nv|ltd|limited|llc|inc|plc|sas|srl)\.?$/iu

/**
 * Reads a line that somebody wrote in a hurry: name, company and where, in this order between commas,
 * or with the words that people put before them; an e-mail address, a phone number or a link
 * anywhere. Whatever is left over becomes a note: no word is lost.
 */
export function readShortLine(line: string): ShortLine {
  const read: ShortLine = {}
  let rest = line
  for (const [field, pattern] of [
    ['email', EMAIL],
    ['profile', LINK],
    ['phone', PHONE],
  ] as const) {
    const [found] = pattern.exec(rest) ?? []
    if (found === undefined) continue
    read[field] = found.trim()
    // As if it stood between commas, so that the words around it don't grow together.
    rest = rest.replace(found, ',')
  }
  const over: string[] = []
  for (const { is, text } of rest.split(/[,;\n]/).flatMap((part, at) => piecesOf(part, at === 0))) {
    const place = is ?? (['name', 'company', 'where'] as const).find(field => !read[field])
    if (place === undefined || read[place] !== undefined) over.push(text)
    else read[place] = text
  }
  return over.length === 0 ? read : { ...read, notes: over.join(', ') }
}

interface Piece {
  /** Where it says by a word that it belongs. */
  is?: 'company' | 'where'
  text: string
}

/**
 * What stands between two commas, taken apart at the words before a company or a place.
 *
 * @param isFirst whether it begins with the name, so that *of* comes before a company
 */
function piecesOf(part: string, isFirst: boolean): Piece[] {
  const marks = [...part.matchAll(MARK)].filter(
    ({ index, 0: mark }) => part.slice(index + mark.length).trim() !== '',
  )
  const isOneOf = (words: readonly string[], word = '') => words.includes(word.toLowerCase())
  const hasCompany = marks.some(([, , word]) => isOneOf(COMPANY, word))
  const pieces: Piece[] = [{ text: part.slice(0, marks[0]?.index) }]
  let isTaken = hasCompany
  marks.forEach(({ index, 0: mark, 1: met, 2: word }, at) => {
    const text = part.slice(index + mark.length, marks[at + 1]?.index)
    // *Bank of Example*: it belongs to the name before it.
    const last = pieces.at(-1)
    if (isOneOf(['of'], word) && !(isFirst && marks.length === 1) && last) {
      last.text += mark + text
      return
    }
    const isCompany =
      isOneOf(COMPANY, word) ||
      (met === undefined && !isTaken && (isOneOf(EITHER, word) || LEGAL_FORM.test(text.trim())))
    isTaken ||= isCompany
    pieces.push({ is: isCompany ? 'company' : 'where', text })
  })
  return pieces
    .map(piece => ({ ...piece, text: tidy(piece.text) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

/** Without what is left of brackets around an address that stood there. */
const tidy = (text: string) => text.replace(/\s+/g, ' ').replace(/^[\s)>\]–-]+|[\s(<[–-]+$/g, '')
