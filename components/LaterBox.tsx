import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { datesAhead } from '../lib/lead/quickDates.ts'
import { QuickDates } from './QuickDates.tsx'
import { useWords } from './words.ts'

interface Props {
  id: string
  /** `YYYY-MM-DD`, as `on`. */
  today: string
  on: string
  onMove(on: string): void
}

/** The days to which it can be put off: the usual ones, or any other. */
export function LaterBox({ id, today, on, onMove }: Props) {
  const { t } = useWords()
  const [other, setOther] = useState('')
  const root = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => root.current?.querySelector('button')?.focus(), [])
  return (
    <form
      ref={root}
      class="later"
      onSubmit={event => {
        event.preventDefault()
        onMove(other)
      }}
    >
      <QuickDates dates={datesAhead(today)} value={on} onPick={onMove} />
      <label for={`other-${id}`}>{t('follow.another-day')}</label>
      <input
        id={`other-${id}`}
        type="date"
        required
        min={today}
        max="9999-12-31"
        value={other}
        onInput={event => setOther(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        {t('follow.move')}
      </button>
    </form>
  )
}
