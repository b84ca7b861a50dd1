import { useRef } from 'preact/hooks'
import type { FollowUp } from '../lib/store/reminders.ts'
import { dayIn } from './day.ts'
import { LaterBox } from './LaterBox.tsx'
import { LeadStateCell } from './LeadStateCell.tsx'
import { useWords } from './words.ts'

interface Props {
  item: FollowUp
  /** `YYYY-MM-DD` */
  today: string
  /** Whether the days are shown to which it can be put off. */
  isUnfolded: boolean
  onUnfold(isOpen: boolean): void
  /** @param on the day that it is put off to; empty where it is done */
  onMove(on: string): void
  onOpen(): void
}

/** Somebody to follow up: who, when, where they stand, and what became of it. */
export function FollowUpRow({ item, today, isUnfolded, onUnfold, onMove, onOpen }: Props) {
  const { t, tags } = useWords()
  const opener = useRef<HTMLButtonElement>(null)
  const { row, state, on } = item
  const { name, company, followUp } = row.fields
  const shown = name.trim() === '' ? t('leads.no-name') : name

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isUnfolded) return
    onUnfold(false)
    opener.current?.focus()
  }

  return (
    <li onKeyDown={onKeyDown}>
      <span class="day">
        {dayIn(tags, on)}
        {on !== followUp && (
          <span class="small muted">{t('follow.noted', { day: dayIn(tags, followUp) })}</span>
        )}
      </span>
      <span class="who">
        <button
          type="button"
          class="name"
          dir="auto"
          title={t('leads.open', { name: shown })}
          onClick={onOpen}
        >
          {shown}
        </button>
        <span class="company muted" dir="auto">
          {company}
        </span>
      </span>
      <span class="standing">
        <LeadStateCell state={state} />
      </span>
      <span class="actions">
        <button
          type="button"
          id={`done-${row.id}`}
          class="button"
          aria-label={t('follow.done-with', { name: shown })}
          onClick={() => onMove('')}
        >
          {t('remind.done')}
        </button>
        <button
          type="button"
          ref={opener}
          class="button"
          aria-label={t('follow.later-with', { name: shown })}
          aria-expanded={isUnfolded}
          onClick={() => onUnfold(!isUnfolded)}
        >
          {t('remind.later')}
        </button>
      </span>
      {isUnfolded && <LaterBox id={row.id} today={today} on={on} onMove={onMove} />}
    </li>
  )
}
