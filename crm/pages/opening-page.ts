import { html } from 'hono/html'
import type { Html } from './layout.ts'
import type { Words } from './words.ts'

/**
 * Opens the same address once more, now from our own site. A browser keeps the SameSite=Strict
 * cookie back when a link on another site (an extension's page is one) leads here, so that somebody
 * who is signed in would be asked for the token all the same.
 */
export function openAgain(address: string): Html {
  return html`<meta http-equiv="refresh" content="0; url=${address}">`
}

export function openingPage({ t }: Words, address: string): Html {
  return html`<p><a href="${address}">${t('opening.link')}</a></p>`
}
