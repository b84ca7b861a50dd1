import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { PRIVATE_INPUT } from '../Field.tsx'
import { useWords } from '../words.ts'

interface Props {
  onStart(event: { name: string; tags: string }): void
  onCancel(): void
}

/** Where are you? Enter begins it, Escape leaves it. */
export function EventStart({ onStart, onCancel }: Props) {
  const { t } = useWords()
  const first = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [tags, setTags] = useState('')
  // At once: the next key may be pressed already.
  useLayoutEffect(() => first.current?.focus(), [])

  function start() {
    if (name.trim() === '') first.current?.focus()
    else onStart({ name: name.trim(), tags: tags.trim() })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault() // the popup would close with Escape
    event.stopPropagation()
    if (event.key === 'Enter') start()
    else onCancel()
  }

  const box = (label: string, value: string, onInput: (text: string) => void) => ({
    ...{ 'aria-label': label, placeholder: label, value, maxLength: 200 },
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
    ...PRIVATE_INPUT,
  })
  return (
    <fieldset class="event asking" aria-label={t('event.start')} onKeyDown={onKeyDown}>
      <input type="text" ref={first} {...box(t('event.where'), name, setName)} />
      <input type="text" {...box(t('event.tags'), tags, setTags)} />
      <button type="button" class="chip" onClick={start}>
        {t('event.begin')}
      </button>
    </fieldset>
  )
}
