import {
  type Draft,
  type DraftField,
  type DraftFields,
  withField,
  withNote,
} from '../lead/draft.ts'
import type { Fill, PastedField } from '../lead/paste/fill.ts'
import type { DeskState } from './state.ts'

interface PastingDeps {
  reader(text: string): Promise<Fill>
  state(): DeskState
  isWritable(): boolean
  keep(draft: Draft): void
  set(change: Partial<DeskState>): void
}

/** What is pasted at the desk: read into the fields, and taken back field by field. */
export function createPasting({ reader, state, isWritable, keep, set }: PastingDeps) {
  return {
    /**
     * Reads what stands in the box for pasting into the fields. Where it can't be read it stays in
     * the box, kept like any other text; so does what was written there meanwhile, until it is read.
     *
     * @returns whether it was read
     */
    async readBox(): Promise<boolean> {
      const {
        id,
        fields: { paste: text },
      } = state().draft
      if (text.trim() === '') return true // read already, by another press of the key
      try {
        const fill = await reader(text)
        const { draft, pasted: before } = state()
        if (draft.id !== id) return false // somebody else is on the form now
        if (draft.fields.paste !== text) return await this.readBox()
        const { changed, pasted } = fill(draft.fields)
        keep(withFields(draft, { ...changed, paste: '' }))
        const written = Object.keys(changed)
        set({ pasted: [...before.filter(({ field }) => !written.includes(field)), ...pasted] })
        return true
      } catch {
        set({ notice: 'failed' })
        return false
      }
    },
    /** Takes a field back that was filled from a paste: what it was read from goes to the notes. */
    undo(field: PastedField): void {
      const { draft, pasted } = state()
      const one = pasted.find(filled => filled.field === field)
      if (one === undefined || !isWritable()) return
      const { fields } = draft
      // Written over in another window meanwhile: what stands there is nobody's to take.
      if (fields[field] === one.value) {
        keep(withFields(draft, { [field]: '', notes: withNote(fields.notes, one.from) }))
      }
      set({ pasted: pasted.filter(filled => filled !== one) })
    },
  }
}

/** The draft with several fields changed. */
function withFields(draft: Draft, fields: Partial<DraftFields>): Draft {
  return Object.entries(fields).reduce(
    (next, [field, value]) => withField(next, field as DraftField, value),
    draft,
  )
}
