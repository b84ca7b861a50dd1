import { browser } from 'wxt/browser'
import { defaultCountry, LANGUAGES, type Language } from '../language/words.ts'
import { news } from './news.ts'

/**
 * What somebody prefers. Read by hand rather than with Zod, as it decides the popup's first frame:
 * anything that isn't a known value is the default.
 */
export interface Preferences {
  language: Language
  /** Where phone numbers without a country code are from: ISO 3166-1 alpha-2, or as the browser says. */
  country: string
  /** The browser may check the spelling in *Notes*, perhaps by sending the text to its maker. */
  notesSpelling: boolean
}

const KEY = 'preferences'

/**
 * @param browserLanguages as the browser lists them
 * @returns ISO 3166-1 alpha-2
 */
export const countryOf = ({ country }: Preferences, browserLanguages: readonly string[]): string =>
  country === 'auto' ? defaultCountry(browserLanguages) : country

export function parsePreferences(value: unknown): Preferences {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >
  return {
    language: LANGUAGES.find(known => known === given.language) ?? 'auto',
    country: /^[A-Z]{2}$/.test(String(given.country)) ? String(given.country) : 'auto',
    notesSpelling: given.notesSpelling === true,
  }
}

export const readPreferences = async (): Promise<Preferences> =>
  parsePreferences((await browser.storage.local.get(KEY))[KEY])

export async function writePreferences(value: Preferences): Promise<void> {
  await browser.storage.local.set({ [KEY]: value })
  await news.tell(KEY)
}

/** Calls back with what is preferred whenever that was changed. @returns how to stop */
export const watchPreferences = (listener: (value: Preferences) => void): (() => void) =>
  // Where the storage can't be read, nothing has changed that could be told.
  news.watch(KEY, () => void readPreferences().then(listener, () => undefined))
