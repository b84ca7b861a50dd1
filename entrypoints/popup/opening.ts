import { popupWords } from '../../lib/language/popupWords.ts'
import { loadWords, pickLocale } from '../../lib/language/words.ts'
import { parsePreferences, readPreferences } from '../../lib/settings/preferences.ts'
import { journal } from '../../lib/store/journal.ts'

/**
 * Asks for what the first frame is made of. The words are those of the browser's language: few choose
 * another, and who does waits a moment longer. None of it fails: the form is there whatever the
 * storage does, and a draft that could not be read is not one that isn't there.
 */
export const opening = () => ({
  // First: they are on their way while the browser makes its storage ready, which takes longer.
  words: loadWords(pickLocale('auto', navigator.languages), popupWords),
  kept: journal.readOpen().catch(() => 'unread' as const),
  preferences: readPreferences().catch(() => parsePreferences(undefined)),
})

export type Opening = ReturnType<typeof opening>
