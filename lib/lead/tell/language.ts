/** The languages in which somebody can be told, whichever the user's own is. */
export const TELL_LANGUAGES = ['nb', 'nn', 'sv', 'da', 'en', 'de'] as const
export type TellLanguage = (typeof TELL_LANGUAGES)[number]

const BY_COUNTRY: Partial<Record<string, TellLanguage>> = {
  ...{ NO: 'nb', SJ: 'nb', SE: 'sv', AX: 'sv', DK: 'da', FO: 'da', GL: 'da' },
  ...{ DE: 'de', AT: 'de', LI: 'de', CH: 'de' },
}

/**
 * Guesses the language in which somebody reads best.
 *
 * @param country where they are, ISO 3166-1 alpha-2, if anything tells
 * @param own the user's own: it counts where nothing tells, and decides between the two of Norway
 */
export function languageFor(country: string | undefined, own: string): TellLanguage {
  const known = TELL_LANGUAGES.find(language => language === own)
  if (country === undefined) return known ?? 'en'
  const theirs = BY_COUNTRY[country] ?? 'en'
  return theirs === 'nb' && known === 'nn' ? 'nn' : theirs
}
