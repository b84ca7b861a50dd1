import type { Queue } from '../lib/store/leads.ts'
import { useWords } from './words.ts'

/** How far the leads that are on their way have come; nothing while none are. */
export function SyncProgress({ queue }: { queue: Queue }) {
  const { t } = useWords()
  if (queue.open === 0) return null
  const done = queue.total - queue.open
  return (
    <div class="progress">
      <progress aria-label={t('leads.progress')} max={queue.total} value={done} />
      <span class="small muted">
        {queue.paused
          ? t('leads.progress-paused', { open: queue.open })
          : t('leads.progress-done', { done, total: queue.total })}
      </span>
    </div>
  )
}
