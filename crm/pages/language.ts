import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isLocale, LOCALES, type Locale, pickLocale, type Words, wordsOf } from './words.ts'

const YEAR = 365 * 24 * 60 * 60

/** The language of a page: the one chosen with `?lang=`, which is kept, else the browser's. */
export function chooseWords(c: Context, isSecure: boolean): Words {
  const chosen = c.req.query('lang')
  if (isLocale(chosen)) {
    setCookie(c, 'lang', chosen, {
      path: '/',
      maxAge: YEAR,
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure,
    })
    return wordsOf(chosen)
  }
  const kept = getCookie(c, 'lang')
  return wordsOf(isLocale(kept) ? kept : pickLocale(c.req.header('accept-language')))
}

/** The addresses of this very page in the other languages. */
export function otherLanguages(c: Context, { locale }: Words): Map<Locale, string> {
  const { pathname, searchParams } = new URL(c.req.url)
  // A link that is used up is no address to come back to.
  searchParams.delete('once')
  const others = LOCALES.filter(other => other !== locale)
  return new Map(
    others.map(other => {
      searchParams.set('lang', other)
      return [other, `${pathname}?${searchParams}`]
    }),
  )
}
