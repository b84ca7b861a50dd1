import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { DraftField, DraftFields } from '../lib/lead/draft.ts'
import type { Faults } from '../lib/lead/review.ts'
import { describedBy, Field, PRIVATE_INPUT } from './Field.tsx'
import { PasteBox } from './PasteBox.tsx'
import { useWords } from './words.ts'

/** Beside the business relations of a lead stands the one that no lead has. */
const CHOICES = ['prospect', 'customer', 'partner', 'supplier', 'personal'] as const

interface Props {
  /** Whose form it is; the caret goes to *Name* when this changes. */
  draftId: string
  fields: DraftFields
  faults: Faults
  writable: boolean
  notesSpelling: boolean
  onWrite(field: DraftField, text: string): void
  onPaste(text: string): void
  /** What is drawn beneath a field's control. */
  under(field: DraftField): ComponentChildren
}

interface Line {
  field: DraftField
  wide?: boolean
  date?: boolean
  inputMode?: 'text' | 'email' | 'tel' | 'url'
}

const LINES: Line[] = [
  { field: 'name', wide: true },
  { field: 'company' },
  { field: 'title' },
  { field: 'email', inputMode: 'email' },
  { field: 'phone', inputMode: 'tel' },
  { field: 'where' },
  { field: 'metOn', date: true },
]

const LAST_LINES: Line[] = [
  { field: 'followUp', date: true },
  { field: 'profile', inputMode: 'url' },
  { field: 'tags' },
]

/** What mostly comes from a paste: not one more stop of the Tab key for everybody else. */
const ONCE_FILLED: Line[] = [{ field: 'website', inputMode: 'url' }, { field: 'orgNumber' }]

const MORE_THAN_A_NAME = /[\n\r@]|\/\//

/** The form for one person, in the order in which somebody would write them down. */
export function PersonForm(props: Props) {
  const { draftId, fields, faults, writable, onWrite, under } = props
  const { t } = useWords()
  const form = useRef<HTMLFormElement>(null)

  useLayoutEffect(() => {
    const name = form.current?.elements.namedItem('name')
    if (draftId !== '' && name instanceof HTMLElement) name.focus()
  }, [draftId])

  useLayoutEffect(() => {
    if (Object.keys(faults).length > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
    }
  }, [faults])

  // Not gone as soon as somebody empties it: the caret stands in it.
  const filled = useRef<{ draftId: string; fields: Set<DraftField> }>({
    draftId,
    fields: new Set(),
  })
  function wasFilled(field: DraftField): boolean {
    if (filled.current.draftId !== draftId) filled.current = { draftId, fields: new Set() }
    if ((fields[field] ?? '') !== '') filled.current.fields.add(field)
    return filled.current.fields.has(field)
  }

  const faultOf = (field: DraftField) => {
    const fault = faults[field]
    return fault === undefined ? undefined : t(`fault.${fault}`)
  }
  const common = (field: DraftField) => ({
    id: field,
    name: field,
    value: fields[field],
    'data-empty': fields[field].trim() === '',
    onInput: (event: { currentTarget: { value: string } }) =>
      onWrite(field, event.currentTarget.value),
    ...PRIVATE_INPUT,
    ...describedBy(field, faults[field]),
  })
  /** The caret stands in *Name*: a whole signature that is pasted there needs no other box. */
  function onPasteInName(event: ClipboardEvent) {
    const text = event.clipboardData?.getData('text/plain').trim() ?? ''
    if (fields.name !== '' || !MORE_THAN_A_NAME.test(text)) return
    event.preventDefault()
    props.onPaste(text)
  }
  const control = ({ field, date = false, inputMode = 'text' }: Line) => {
    if (date) return <input type="date" readOnly={!writable} {...common(field)} />
    // A line that is read is read whole.
    if (!writable) return <textarea rows={1} readOnly {...common(field)} />
    const paste = field === 'name' && { onPaste: onPasteInName }
    return <input type="text" inputMode={inputMode} {...common(field)} {...paste} />
  }
  const line = (shown: Line) => {
    const { field, wide = false } = shown
    return (
      <Field key={field} id={field} label={t(`field.${field}`)} fault={faultOf(field)} wide={wide}>
        {control(shown)}
        {under(field)}
      </Field>
    )
  }

  return (
    <form ref={form} data-reads={!writable} onSubmit={event => event.preventDefault()} noValidate>
      {LINES.map(line)}
      <Field id="notes" label={t('field.notes')} fault={faultOf('notes')} wide>
        <textarea
          rows={2}
          readOnly={!writable}
          {...common('notes')}
          spellcheck={props.notesSpelling}
        />
        {under('notes')}
      </Field>
      <Field id="relation" label={t('field.relation')} fault={faultOf('relation')}>
        <select disabled={!writable} {...common('relation')}>
          {CHOICES.map(relation => (
            <option key={relation} value={relation}>
              {t(`relation.${relation}`)}
            </option>
          ))}
        </select>
      </Field>
      {LAST_LINES.map(line)}
      {ONCE_FILLED.filter(({ field }) => wasFilled(field)).map(line)}
      {writable && (
        <PasteBox text={fields.paste} onWrite={onWrite} onPaste={props.onPaste}>
          {under('paste')}
        </PasteBox>
      )}
    </form>
  )
}
