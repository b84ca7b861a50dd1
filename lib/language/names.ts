import type { Locale } from './words.ts'

/** What each language calls itself: the one name of it that somebody who wants it can surely read. */
export const NAMES: Record<Locale, string> = {
  en: 'English',
  nb: 'Norsk bokmål',
  nn: 'Norsk nynorsk',
  sv: 'Svenska',
  da: 'Dansk',
}
