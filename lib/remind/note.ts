import { browserWords } from '../language/browserWords.ts'
import { loadWords, pickLocale } from '../language/words.ts'
import { readPreferences } from '../settings/preferences.ts'
import type { Note } from './screen.ts'

/** What a notification is called that is about one person, before their id. */
const ONE = 'follow-up:'
const MANY = 'follow-ups'

/** What the notification is called that is about one person. */
export const noteId = (id: string) => ONE + id

/** Whom a notification is about, where it is one person. */
export const personIn = (note: string): string | undefined =>
  note.startsWith(ONE) ? note.slice(ONE.length) : undefined

/**
 * One notification, however many it is about. It may be read over somebody's shoulder, on a locked
 * screen or on a projector: so it says who, and nothing else of them.
 *
 * @param ids at least one
 */
export async function noteOf(
  ids: readonly string[],
  nameOf: (id: string) => Promise<string>,
): Promise<Note> {
  const { language } = await readPreferences()
  const { t } = await loadWords(pickLocale(language, navigator.languages), browserWords)
  const title = t('remind.title')
  const [first = '', ...others] = ids
  if (others.length > 0)
    return { id: MANY, title, text: t('remind.people', { count: ids.length }), buttons: [] }
  return {
    ...{ id: noteId(first), title, text: (await nameOf(first)).trim() || t('leads.no-name') },
    buttons: [
      { is: 'done', title: t('remind.done') },
      { is: 'later', title: t('remind.later') },
    ],
  }
}
