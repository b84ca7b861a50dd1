import type { Notice } from '../../lib/desk/state.ts'
import type { WordKey } from '../../lib/language/words.ts'
import { useWords } from '../words.ts'
import type { PieceProps } from './slot.ts'

/** The list says it too, and saves a copy of what can be read. */
const TO_LIST = { href: '/options.html#leads', words: 'notice.to-list' } as const

const LINKS: Partial<Record<Notice, { href: string; words: WordKey }>> = {
  'consent-missing': { href: '/welcome.html', words: 'notice.to-welcome' },
  'connection-missing': { href: '/options.html#crm', words: 'notice.to-connection' },
  'newer-database': TO_LIST,
  'database-gone': TO_LIST,
  'settings-gone': TO_LIST,
}

/** What just happened at the desk, and the one thing that can be done about it. */
export function DeskNotice({ state: { notice }, desk }: PieceProps) {
  const { t } = useWords()
  if (notice === undefined) return null
  const link = LINKS[notice]
  return (
    <div class="notice" role="alert">
      {t(`notice.${notice}`)}{' '}
      {link !== undefined && (
        <a href={link.href} target="_blank" rel="noopener">
          {t(link.words)}
        </a>
      )}
      {notice === 'discarded' && (
        <button type="button" class="button quiet" onClick={desk.undoDiscard}>
          {t('action.undo')}
        </button>
      )}
    </div>
  )
}
