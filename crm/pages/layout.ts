import { html } from 'hono/html'
import { STYLE_ADDRESS } from './assets.ts'
import { LANGUAGES, type Locale, type Words } from './words.ts'

export type Html = ReturnType<typeof html>

type Frame = {
  words: Words
  title: string
  /** Whose pages these are; null before signing in. */
  user: string | null
  /** The same page in the other languages. */
  otherLanguages: Map<Locale, string>
  body: Html
  /** For the head, where a page needs something there. */
  head?: Html
}

/** The frame around every page. */
export function layout({ words, title, user, otherLanguages, body, head }: Frame): Html {
  const { t, locale } = words
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === t('product') ? title : `${title} – ${t('product')}`}</title>
<link rel="stylesheet" href="${STYLE_ADDRESS}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${head ?? ''}
</head>
<body>
<a class="skip" href="#content">${t('skip')}</a>
<header class="bar">
<a class="brand" href="/"><img src="/icon.svg" alt="">${t('product')}</a>
${user === null ? '' : signOutForm(words, user)}
</header>
<main id="content" tabindex="-1">
${body}
</main>
<footer class="languages no-print">
<nav aria-label="${t('languages')}">
<ul>${[...otherLanguages].map(languageItem)}</ul>
</nav>
</footer>
</body>
</html>`
}

const languageItem = ([locale, address]: [Locale, string]): Html =>
  html`<li><a href="${address}" hreflang="${locale}" lang="${locale}">${LANGUAGES[locale]}</a></li>`

function signOutForm({ t }: Words, user: string): Html {
  return html`<form class="bar-end" method="post" action="/sign-out">
<span class="user">${t('signIn.signedInAs', { name: user })}</span>
<button class="quiet">${t('signIn.signOut')}</button>
</form>`
}
