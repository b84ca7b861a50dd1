import type { ComponentChildren } from 'preact'
import type { DraftField } from '../lib/lead/draft.ts'
import { Field, PRIVATE_INPUT } from './Field.tsx'
import { useWords } from './words.ts'

interface Props {
  text: string
  onWrite(field: DraftField, text: string): void
  onPaste(text: string): void
  children: ComponentChildren
}

/** Where somebody drops a signature, a card's text or a link; Enter reads what was typed instead. */
export function PasteBox({ text, onWrite, onPaste, children }: Props) {
  const { t } = useWords()
  return (
    <Field id="paste" label={t('field.paste')} wide>
      <input
        id="paste"
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
      {children}
    </Field>
  )
}
