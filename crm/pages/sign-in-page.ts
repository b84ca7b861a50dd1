import { html } from 'hono/html'
import type { Html } from './layout.ts'
import type { Words } from './words.ts'

/**
 * The form for the token.
 *
 * @param trouble why the last try did not work, if there was one
 */
export function signInPage(
  { t }: Words,
  next: string,
  trouble?: 'signIn.wrong' | 'signIn.used',
): Html {
  return html`<form class="sign-in" method="post" action="/sign-in">
<h1>${t('signIn.title')}</h1>
${trouble === undefined ? '' : html`<p class="trouble" role="alert" id="trouble">${t(trouble)}</p>`}
<input type="hidden" name="next" value="${next}">
<label for="token">${t('signIn.token')}</label>
<input id="token" name="token" type="password" required autofocus autocomplete="current-password" aria-describedby="help">
<p class="faint" id="help">${t('signIn.help')}</p>
<button>${t('signIn.submit')}</button>
</form>`
}
