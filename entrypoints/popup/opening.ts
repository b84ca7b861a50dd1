import { popupWords } from '../../lib/language/popupWords.ts'
import { loadWords, pickLocale } from '../../lib/language/words.ts'
import { preferences } from '../../lib/settings/preferences.ts'
import { journal } from '../../lib/store/journal.ts'

/**
 * Asks for what the first frame is made of. The words are those of the browser's language: few choose
 * another, and who does waits a moment longer.
 */
export const opening = () => ({
  kept: journal.readOpen(),
  preferences: preferences.read(),
  words: loadWords(pickLocale('auto', navigator.languages), popupWords),
})

export type Opening = ReturnType<typeof opening>
