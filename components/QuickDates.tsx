import { useState } from 'preact/hooks'
import type { QuickDate } from '../lib/lead/quickDates.ts'
import { dayIn } from './day.ts'
import { useWords } from './words.ts'

interface Props {
  dates: readonly QuickDate[]
  /** The date that is chosen now, `YYYY-MM-DD` or nothing. */
  value: string
  onPick(on: string): void
}

/** Days that are chosen at once: one stop of the Tab key, and arrow keys from one to the next. */
export function QuickDates({ dates, value, onPick }: Props) {
  const { t, tags } = useWords()
  const [stop, setStop] = useState(0)
  const wordOf = ({ is, on }: QuickDate) => {
    if (is !== 'weekday') return t(`quick.${is}`)
    const name = dayIn(tags, on, { weekday: 'long' })
    return name.charAt(0).toUpperCase() + name.slice(1)
  }
  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLElement }) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = event.currentTarget.children[(stop + step + dates.length) % dates.length]
    ;(next as HTMLElement).focus()
  }
  return (
    <div
      role="toolbar"
      aria-label={t('quick.label')}
      class="quick"
      onKeyDown={onKeyDown}
      onMouseDown={event => event.preventDefault()}
    >
      {dates.map((date, place) => (
        <button
          key={date.is}
          type="button"
          title={dayIn(tags, date.on)}
          aria-pressed={date.on === value}
          tabIndex={place === stop ? 0 : -1}
          onFocus={() => setStop(place)}
          onClick={() => onPick(date.on)}
        >
          {wordOf(date)}
        </button>
      ))}
    </div>
  )
}
