import type { Told } from '../lib/desk/storage.ts'
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
  | Told

const LINKS: Record<'consent' | 'connection', { href: string; words: WordKey }> = {
  consent: { href: '/welcome.html', words: 'notice.to-welcome' },
  connection: { href: '#crm', words: 'notice.to-connection' },
}

/** What the storage says: whoever reads it may want to have a copy of what there is first. */
const STORAGE: Record<Failure | Told, WordKey> = {
  failed: 'notice.failed',
  full: 'notice.full',
  'newer-database': 'notice.newer-database',
  blocked: 'notice.blocked',
  'to-reload': 'notice.to-reload',
  'database-gone': 'notice.database-gone',
  'settings-gone': 'notice.settings-gone',
}

const WORDS: Record<Extract<BulkNotice, string>, WordKey> = {
  ...STORAGE,
  'nothing-retried': 'leads.nothing-retried',
  consent: 'notice.consent-missing',
  connection: 'notice.connection-missing',
}

interface Props {
  notice: BulkNotice
  /** Saves a copy of all that can still be read. */
  onSave(): void
  /** They have read what was lost. */
  onDismiss(): void
}

/** What became of an action on many leads, or of the storage that they lie in. */
export function LeadsNotice({ notice, onSave, onDismiss }: Props) {
  const { t } = useWords()
  if (typeof notice === 'string') {
    const link = notice === 'consent' || notice === 'connection' ? LINKS[notice] : undefined
    return (
      <div class="notice" role="alert">
        {t(WORDS[notice])} {link !== undefined && <a href={link.href}>{t(link.words)}</a>}
        {notice in STORAGE && (
          <button type="button" class="button quiet" onClick={onSave}>
            {t('leads.save-copy')}
          </button>
        )}
        {(notice === 'database-gone' || notice === 'settings-gone') && (
          <button type="button" class="button quiet" onClick={onDismiss}>
            {t('leads.understood')}
          </button>
        )}
      </div>
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
