import type { ComponentChildren } from 'preact'
import type { Queue } from '../lib/store/leads.ts'
import { PRIVATE_INPUT } from './Field.tsx'
import { useWords } from './words.ts'

interface Props {
  search: string
  /** What else narrows the list. */
  filter: ComponentChildren
  /** How many leads are selected. */
  selected: number
  queue: Queue
  onSearch(search: string): void
  onPromote(): void
  onRetry(): void
  onPause(): void
  onResume(): void
  onCancel(): void
}

/** The search, and what can be done with many leads at once. */
export function LeadsToolbar({ search, filter, selected, queue, onSearch, ...on }: Props) {
  const { t } = useWords()
  return (
    <div class="toolbar" role="toolbar" aria-label={t('leads.toolbar')}>
      <input
        type="search"
        aria-label={t('leads.search')}
        placeholder={t('leads.search')}
        value={search}
        onInput={event => onSearch(event.currentTarget.value)}
        {...PRIVATE_INPUT}
      />
      {filter}
      <span class="count muted small">
        {selected > 0 && t('leads.selected', { count: selected })}
      </span>
      <button type="button" class="button primary" disabled={selected === 0} onClick={on.onPromote}>
        {t('leads.promote-selected')}
      </button>
      <button type="button" class="button" disabled={queue.needsYou === 0} onClick={on.onRetry}>
        {t('leads.retry')}
      </button>
      {queue.paused ? (
        <button type="button" class="button" onClick={on.onResume}>
          {t('leads.resume')}
        </button>
      ) : (
        <button type="button" class="button" disabled={queue.open === 0} onClick={on.onPause}>
          {t('leads.pause')}
        </button>
      )}
      <button
        type="button"
        class="button"
        disabled={selected === 0 || queue.open + queue.needsYou === 0}
        onClick={on.onCancel}
      >
        {t('leads.cancel')}
      </button>
    </div>
  )
}
