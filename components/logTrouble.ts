import type { LogTrouble } from '../lib/desk/notes.ts'
import type { Words } from '../lib/language/words.ts'

/** Why something was not logged, what became of the words, and what to do. */
export const sentenceOf = (t: Words['t'], trouble: LogTrouble): string =>
  trouble === 'failed' || trouble === 'newer-database' || trouble === 'not-kept'
    ? t(`notice.${trouble}`)
    : t(`log.${trouble}`)
