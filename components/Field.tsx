import type { ComponentChildren } from 'preact'

/**
 * Browsers can send what is typed to their own spelling and writing services, and offer it to other
 * forms. Not from here: every control that takes words carries these.
 */
export const PRIVATE_INPUT = {
  autocomplete: 'off',
  autocorrect: 'off',
  spellcheck: false,
  writingsuggestions: 'false',
  dir: 'auto',
} as const

interface Props {
  id: string
  label: string
  /** What is wrong with the value, as a sentence. */
  fault?: string | undefined
  hint?: string | undefined
  wide?: boolean
  children: ComponentChildren
}

/** A control with its label, and beneath it what is wrong with it. */
export function Field({ id, label, fault, hint, wide = false, children }: Props) {
  return (
    <div class={wide ? 'field wide' : 'field'}>
      <label for={id}>{label}</label>
      {children}
      {hint !== undefined && (
        <p class="muted small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}

/** What ties a control to the sentences beneath it. */
export function describedBy(id: string, fault: unknown, hint?: unknown) {
  const ids = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`]
  const list = ids.filter(Boolean).join(' ')
  return {
    ...(list === '' ? {} : { 'aria-describedby': list }),
    ...(fault === undefined ? {} : { 'aria-invalid': true }),
  }
}
