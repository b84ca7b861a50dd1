import { useWords } from './words.ts'

export type BulkNotice =
  | { ok: true; promoted: number; refused: number }
  | { ok: true; cancelled: number }
  | { ok: false; missing: 'consent' | 'connection' }

/** What became of an action on many leads. */
export function LeadsNotice({ notice }: { notice: BulkNotice }) {
  const { t } = useWords()
  if (!notice.ok) {
    const isConsent = notice.missing === 'consent'
    return (
      <p class="notice" role="alert">
        {t(isConsent ? 'notice.consent-missing' : 'notice.connection-missing')}{' '}
        <a href={isConsent ? '/welcome.html' : '#crm'}>
          {t(isConsent ? 'notice.to-welcome' : 'notice.to-connection')}
        </a>
      </p>
    )
  }
  if ('cancelled' in notice) {
    return (
      <p class="notice" role="status">
        {t('leads.cancelled', { count: notice.cancelled })}
      </p>
    )
  }
  return (
    <p class="notice" role="status">
      {t('leads.promoted', { count: notice.promoted })}{' '}
      {notice.refused > 0 && t('leads.refused', { count: notice.refused })}
    </p>
  )
}
