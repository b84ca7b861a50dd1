import type { WordKey } from '../lib/language/words.ts'
import type { Failure } from '../lib/store/failure.ts'
import { useWords } from './words.ts'

export type BulkNotice =
  | { promoted: number; refused: number }
  | { cancelled: number }
  | 'nothing-retried'
  | 'consent'
  | 'connection'
  | Failure

const LINKS: Record<'consent' | 'connection', { href: string; words: WordKey }> = {
  consent: { href: '/welcome.html', words: 'notice.to-welcome' },
  connection: { href: '#crm', words: 'notice.to-connection' },
}

const WORDS: Record<'nothing-retried' | 'consent' | 'connection' | Failure, WordKey> = {
  'nothing-retried': 'leads.nothing-retried',
  consent: 'notice.consent-missing',
  connection: 'notice.connection-missing',
  failed: 'notice.failed',
  'newer-database': 'notice.newer-database',
}

/** What became of an action on many leads. */
export function LeadsNotice({ notice }: { notice: BulkNotice }) {
  const { t } = useWords()
  if (typeof notice === 'string') {
    const link = notice === 'consent' || notice === 'connection' ? LINKS[notice] : undefined
    return (
      <p class="notice" role="alert">
        {t(WORDS[notice])} {link !== undefined && <a href={link.href}>{t(link.words)}</a>}
      </p>
    )
  }
  if ('cancelled' in notice) {
    return <p class="notice">{t('leads.cancelled', { count: notice.cancelled })}</p>
  }
  return (
    <p class="notice">
      {t('leads.promoted', { count: notice.promoted })}{' '}
      {notice.refused > 0 && t('leads.refused', { count: notice.refused })}
    </p>
  )
}
