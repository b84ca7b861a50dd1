import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import en from '../locales/en.json' with { type: 'json' }
import nb from '../locales/nb.json' with { type: 'json' }

export type Locale = 'en' | 'nb'
export type WordKey = keyof typeof en

/** One language: its sentences, and how it writes a date. */
export type Words = {
  locale: Locale
  t(key: WordKey, values?: Record<string, string | number>): string
  /** A calendar date (`2026-03-01`) in words; in the short form where space is scarce. */
  date(day: string, form?: 'long' | 'medium'): string
}

/** For `Intl`: English needs a region, to write dates as Europe does. */
const TAGS: Record<Locale, string> = { en: 'en-GB', nb: 'nb-NO' }

const WORDS: Record<Locale, Words> = { en: makeWords('en', en), nb: makeWords('nb', nb) }

export function wordsOf(locale: Locale): Words {
  return WORDS[locale]
}

export function isLocale(text: string | undefined): text is Locale {
  return text === 'en' || text === 'nb'
}

/** The first language of an Accept-Language header that we have; English where it has none. */
export function pickLocale(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '').split(',').map(part => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = parameters.map(text => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean)
    return { language: tag.trim().split('-')[0] ?? '', weight: Number(weight ?? 1) }
  })
  const known = wanted
    .filter(({ language, weight }) => ['en', 'nb', 'no', 'nn'].includes(language) && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  return known[0] === undefined || known[0].language === 'en' ? 'en' : 'nb'
}

function makeWords(locale: Locale, messages: Record<WordKey, string>): Words {
  const tag = TAGS[locale]
  const i18n = setupI18n({ locale: tag, messages: { [tag]: messages } })
  i18n.setMessagesCompiler(compileMessage)
  const formats = {
    long: new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }),
    medium: new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }),
  }
  return {
    locale,
    t: (key, values) => i18n._(key, values),
    date: (day, form = 'long') => formats[form].format(new Date(`${day}T00:00:00Z`)),
  }
}
