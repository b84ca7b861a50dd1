import { type DraftField, type DraftFields, withNote } from '../draft.ts'
import { sideBySide } from '../several.ts'
import type { Found, PasteField } from './found.ts'
import type { Span } from './plain.ts'

/** The fields of the form that a paste can fill. What else it holds is kept in the notes. */
const FIELDS = [
  'name',
  'company',
  'title',
  'email',
  'phone',
  'profile',
  'website',
  'orgNumber',
] as const satisfies (DraftField & PasteField)[]

export type PastedField = (typeof FIELDS)[number]

/** Of these somebody may have several, which stand side by side in the field. */
const SEVERAL: readonly PasteField[] = ['email', 'phone']
/** As many as a lead takes. */
const MOST = 10

/** A field that was filled from a paste, and how to take that back. */
export interface Pasted {
  readonly field: PastedField
  readonly value: string
  /** What stood there in what was pasted, its label included. */
  readonly from: string
}

export interface Filled {
  /** The fields that change, with their new text. */
  readonly changed: Partial<DraftFields>
  readonly pasted: readonly Pasted[]
}

/** What was read of one paste, to be put in the form as it is by then. */
export type Fill = (fields: DraftFields) => Filled

/**
 * Puts what was recognised into the fields that are empty; all the rest goes to the notes. Nothing
 * is thrown away, and no field that has text is touched.
 *
 * @param found what was recognised of the text
 * @param text as it was pasted
 */
export function fillFrom(found: readonly Found[], text: string, fields: DraftFields): Filled {
  const changed: Partial<DraftFields> = {}
  const pasted: Pasted[] = []
  const taken: Span[] = []
  for (const field of FIELDS) {
    const most = SEVERAL.includes(field) ? MOST : 1
    const ones = found.filter(({ field: of }) => of === field).slice(0, most)
    if (ones.length === 0 || fields[field].trim() !== '') continue
    const spans = ones.flatMap(one => spansOf(one, taken))
    const value = sideBySide(ones.map(one => one.value))
    changed[field] = value
    taken.push(...spans)
    pasted.push({
      field,
      value,
      from: spans.map(span => inOneLine(text.slice(span.start, span.end))).join(' '),
    })
  }
  const rest = restOf(text, taken)
  if (rest !== '') changed.notes = withNote(fields.notes, rest)
  return { changed, pasted }
}

/** Where it stands, without what another field has taken already. */
const spansOf = ({ spans }: Found, taken: readonly Span[]) =>
  spans.filter(span => taken.every(other => span.end <= other.start || span.start >= other.end))

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What is left when some stretches are taken out, line by line, without marks that stand alone. */
function restOf(text: string, taken: readonly Span[]): string {
  let rest = ''
  let from = 0
  for (const { start, end } of [...taken].sort((a, b) => a.start - b.start)) {
    if (start > from) rest += text.slice(from, start)
    rest += /\n/.test(text.slice(start, end)) ? '\n' : ' '
    from = Math.max(from, end)
  }
  return (rest + text.slice(from))
    .split(/\r\n?|\n/)
    .map(line =>
      line.replace(/[^\S\n]+/g, ' ').replace(/^(?:[\s|•·,;/–—]|-\s)+|[\s|•·,;/–—-]+$/g, ''),
    )
    .filter(line => /[\p{L}\p{N}]/u.test(line))
    .join('\n')
}
