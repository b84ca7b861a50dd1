/**
 * A draft: what somebody types in the form, letter by letter, and nothing else. Every field is the
 * text as it stands in the control, so that whatever was typed can be kept, finished or not. Only
 * `review` decides what of it makes a lead.
 */

/**
 * The fields of the form, in the order in which a person would write them. `paste` is what stands in
 * the box for pasting until it was read: typed text as well, and so kept like any other. `event` has
 * no control of its own: it is where people said they were, and is shown beside `where`. The company's
 * `website` and `orgNumber` have theirs once something was read into them.
 */
export const DRAFT_FIELDS = [
  'name',
  'company',
  'title',
  'email',
  'phone',
  'where',
  'metOn',
  'notes',
  'relation',
  'followUp',
  'profile',
  'paste',
  'tags',
  'event',
  'website',
  'orgNumber',
] as const

export type DraftField = (typeof DRAFT_FIELDS)[number]
export type DraftFields = Record<DraftField, string>

export interface Draft {
  /** UUIDv4, made with the draft; the lead keeps it. */
  id: string
  /** Counts the edits, in all windows together. */
  counter: number
  fields: DraftFields
  /** Which edit wrote each field; a field that is as it began is not in it. */
  written: Partial<Record<DraftField, number>>
}

/** What a new form can begin with, beside what every new form has. */
export type Start = Partial<Pick<DraftFields, 'relation' | 'where' | 'tags' | 'event'>>

/** Fields that a new form fills in by itself; a draft with nothing else in it is empty. */
const PREFILLED = new Set<DraftField>(['relation', 'metOn', 'event'])

/** Fields that a new form may fill in, and that count as soon as somebody writes in them. */
const SOMETIMES = new Set<DraftField>(['where', 'tags'])

/**
 * @param id a fresh UUIDv4
 * @param today the calendar date where the user is, `YYYY-MM-DD`
 * @param start what it begins with beside that
 */
export function newDraft(id: string, today: string, start: Start = {}): Draft {
  const blank = Object.fromEntries(DRAFT_FIELDS.map(field => [field, ''])) as DraftFields
  const fields = { ...blank, relation: 'prospect', metOn: today, ...start }
  return { id, counter: 0, fields, written: {} }
}

/** A draft that was begun without them, with these where nobody wrote anything. */
export function withStart(draft: Draft, start: Start): Draft {
  const missing = Object.entries(start).filter(
    ([field]) => draft.written[field as DraftField] === undefined,
  )
  return {
    ...draft,
    counter: draft.counter + 1,
    fields: { ...draft.fields, ...Object.fromEntries(missing) },
  }
}

/** A new draft with one field changed; the given one stays as it is. */
export function withField(draft: Draft, field: DraftField, value: string): Draft {
  const counter = draft.counter + 1
  const fields = { ...draft.fields, [field]: value }
  return { ...draft, counter, fields, written: { ...draft.written, [field]: counter } }
}

/** The notes with something more at their end. */
export function withNote(notes: string, text: string): string {
  return [notes.trimEnd(), text].filter(part => part !== '').join('\n')
}

/** The same words as if each of them were written now, as this edit: no earlier copy takes them back. */
export const rewritten = (draft: Draft, counter: number): Draft => ({
  ...draft,
  counter,
  written: Object.fromEntries(DRAFT_FIELDS.map(field => [field, counter])),
})

/** Whether nobody wrote anything in it: such a draft is not worth a row, and nothing to discard. */
export function isEmpty({ counter, fields, written }: Draft): boolean {
  // Drafts of before the fields were counted had nothing filled in.
  const isCounted = counter === 0 || Object.keys(written).length > 0
  return DRAFT_FIELDS.every(
    field =>
      PREFILLED.has(field) ||
      (isCounted && SOMETIMES.has(field) && written[field] === undefined) ||
      (fields[field] ?? '').trim() === '',
  )
}

/**
 * Reads a draft back from storage. Written by hand rather than with Zod, because it runs before the
 * popup's first frame, and lenient on purpose: a field that is missing or damaged becomes empty
 * text, since dropping the rest of somebody's words for it would be worse.
 *
 * @returns the draft, or `undefined` where there is none that could be told apart from another
 */
export function readDraft(value: unknown): Draft | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { id, counter, fields, written } = value as Record<string, unknown>
  if (typeof id !== 'string' || id === '' || typeof fields !== 'object' || fields === null) {
    return undefined
  }
  const given = fields as Record<string, unknown>
  const text = (field: DraftField) => (typeof given[field] === 'string' ? given[field] : '')
  const stamps = (typeof written === 'object' && written !== null ? written : {}) as object
  return {
    id,
    counter: isCount(counter) ? counter : 0,
    fields: Object.fromEntries(DRAFT_FIELDS.map(field => [field, text(field)])) as DraftFields,
    written: Object.fromEntries(
      Object.entries(stamps).filter(([field, stamp]) => isField(field) && isCount(stamp)),
    ),
  }
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value)

const isField = (name: string) => (DRAFT_FIELDS as readonly string[]).includes(name)
