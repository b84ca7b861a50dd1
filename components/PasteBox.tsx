import { useRef } from 'preact/hooks'
import type { DraftField } from '../lib/lead/draft.ts'
import type { Pasted, PastedField } from '../lib/lead/paste/fill.ts'
import { Field, PRIVATE_INPUT } from './Field.tsx'
import { useWords } from './words.ts'

interface Props {
  text: string
  /** What was read of the last paste, each with a button to take it back. */
  pasted: readonly Pasted[]
  onWrite(field: DraftField, text: string): void
  onPaste(text: string): void
  onUndo(field: PastedField): void
}

/** Where somebody drops a signature, a card's text or a link; Enter reads what was typed instead. */
export function PasteBox({ text, pasted, onWrite, onPaste, onUndo }: Props) {
  const { t } = useWords()
  const box = useRef<HTMLInputElement>(null)
  function undo(field: PastedField) {
    onUndo(field)
    box.current?.focus() // the button is gone
  }
  return (
    <Field id="paste" label={t('field.paste')} wide>
      <input
        id="paste"
        ref={box}
        type="text"
        value={text}
        onInput={event => onWrite('paste', event.currentTarget.value)}
        onPaste={event => {
          event.preventDefault()
          onPaste([text, event.clipboardData?.getData('text/plain') ?? ''].join('\n'))
        }}
        onKeyDown={event => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) onPaste(text)
        }}
        {...PRIVATE_INPUT}
      />
      {pasted.length > 0 && (
        <fieldset class="chips" aria-label={t('paste.read')}>
          {pasted.map(({ field }) => (
            <button key={field} type="button" class="chip" onClick={() => undo(field)}>
              {t(`paste.undo-${field}`)}
            </button>
          ))}
        </fieldset>
      )}
    </Field>
  )
}
