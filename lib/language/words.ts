import type en from '../../assets/locales/en.json'
import { createFiller, type Sentence, type WordValues } from './sentence.ts'

export type WordKey = keyof typeof en
/** Every language that we speak: for each there is a catalog in assets/locales. */
export const LOCALES = ['en', 'nb', 'nn', 'sv', 'da'] as const
export type Locale = (typeof LOCALES)[number]
/** What somebody can choose: a language, or that of the browser. */
export const LANGUAGES = ['auto', ...LOCALES] as const
export type Language = (typeof LANGUAGES)[number]

export interface Words {
  locale: Locale
  /** For `Intl`, which takes the first that it knows. */
  tags: readonly string[]
  /** Loads sentences that are needed later than the first ones. */
  add(catalogs: Catalogs): Promise<void>
  /** The sentence under a key, with its placeholders filled. */
  t(key: WordKey, values?: WordValues): string
}

/**
 * English needs a region to write dates as Europe does. Chromium has no nynorsk, whose months and
 * plurals are as in bokmål. Which ones it has is not asked here: the first question of that kind
 * takes it ten milliseconds, before anything can be on the screen.
 */
const tagsOf = (locale: Locale) => (locale === 'en' ? ['en-GB'] : [locale, 'nb'])

/** What the build makes of a catalog. */
type Compiled = Partial<Record<WordKey, Sentence>>

/** How each language's compiled sentences are loaded: all of them, or what one page needs. */
export type Catalogs = Record<Locale, () => Promise<{ default: object }>>

/** The language that is shown: the preferred one, else the first of the browser's that we have. */
export function pickLocale(language: Language, browserLanguages: readonly string[]): Locale {
  if (language !== 'auto') return language
  return browserLanguages.map(localeOf).find(locale => locale !== undefined) ?? 'en'
}

function localeOf(tag: string): Locale | undefined {
  const [own] = tag.toLowerCase().split('-')
  return own === 'no' ? 'nb' : LOCALES.find(locale => locale === own)
}

/** Loads one language's sentences, which were compiled when the extension was built. */
export async function loadWords(locale: Locale, catalogs: Catalogs): Promise<Words> {
  const tags = tagsOf(locale)
  const read = async (from: Catalogs) => (await from[locale]()).default as Compiled
  const sentences = { ...(await read(catalogs)) }
  const fill = createFiller(tags)
  return {
    ...{ locale, tags },
    add: async more => void Object.assign(sentences, await read(more)),
    t: (key, values = {}) => fill(sentences[key] ?? [key], values),
  }
}

/**
 * The country of phone numbers that are written without one: that of the browser's language, and
 * Norway where the language says nothing.
 *
 * @returns ISO 3166-1 alpha-2
 */
export function defaultCountry(browserLanguages: readonly string[]): string {
  const regions = browserLanguages.map(tag => new Intl.Locale(tag).region)
  return regions.find(region => region !== undefined) ?? 'NO'
}
