import type { Met } from '../lib/store/events.ts'
import { dayIn } from './day.ts'
import { useWords } from './words.ts'

interface Props {
  events: Met[]
  /** The token of the one that is shown; empty for everybody. */
  met: string
  onChoose(met: string): void
}

/** Everybody, or who was met at one event: the list for the end of the day. */
export function MetFilter({ events, met, onChoose }: Props) {
  const { t, tags } = useWords()
  const dateOf = (day: string) => dayIn(tags, day) || '–'
  return (
    <select
      class="met-at"
      aria-label={t('leads.met-at')}
      value={met}
      onChange={event => onChoose(event.currentTarget.value)}
    >
      <option value="">{t('leads.everybody')}</option>
      {events.map(({ token, event, on, count }) => (
        <option key={token} value={token}>
          {t('leads.event', { event, count, date: dateOf(on) })}
        </option>
      ))}
    </select>
  )
}
