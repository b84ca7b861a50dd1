import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import da from '../locales/da.json' with { type: 'json' }
import en from '../locales/en.json' with { type: 'json' }
import nb from '../locales/nb.json' with { type: 'json' }
import nn from '../locales/nn.json' with { type: 'json' }
import sv from '../locales/sv.json' with { type: 'json' }

/** Each language by what it calls itself. */
export const LANGUAGES = {
  en: 'English',
  nb: 'Norsk bokmål',
  nn: 'Norsk nynorsk',
  sv: 'Svenska',
  da: 'Dansk',
} as const
export type Locale = keyof typeof LANGUAGES
export const LOCALES = Object.keys(LANGUAGES) as Locale[]
export type WordKey = keyof typeof en

/** One language: its sentences, and how it writes a date. */
export type Words = {
  locale: Locale
  t(key: WordKey, values?: Record<string, string | number>): string
  /** A calendar date (`2026-03-01`) in words; in the short form where space is scarce. */
  date(day: string, form?: 'long' | 'medium'): string
}

const WORDS: Record<Locale, Words> = {
  en: makeWords('en', en),
  nb: makeWords('nb', nb),
  nn: makeWords('nn', nn),
  sv: makeWords('sv', sv),
  da: makeWords('da', da),
}

export function wordsOf(locale: Locale): Words {
  return WORDS[locale]
}

export function isLocale(text: string | undefined): text is Locale {
  return LOCALES.some(locale => locale === text)
}

/** The first language of an Accept-Language header that we have; English where it has none. */
export function pickLocale(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '').split(',').map(part => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = parameters.map(text => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean)
    return { locale: localeOf(tag.trim()), weight: Number(weight ?? 1) }
  })
  const known = wanted
    .filter(({ locale, weight }) => locale !== undefined && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  return known[0]?.locale ?? 'en'
}

function localeOf(tag: string): Locale | undefined {
  const [language] = tag.split('-')
  return language === 'no' ? 'nb' : LOCALES.find(locale => locale === language)
}

function makeWords(locale: Locale, messages: Record<WordKey, string>): Words {
  const tag = locale === 'en' ? 'en-GB' : locale // To write dates as Europe does.
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
