import { html } from 'hono/html'
import type { Html } from './layout.ts'

/** Somebody else's page. Only http and https become a link; anything else stays the text it is. */
export function webLink(address: string, text = address): Html {
  if (!/^https?:\/\//i.test(address)) return html`${text}`
  return html`<a href="${address}" rel="noopener noreferrer" dir="auto">${text}</a>`
}

export function mailLink(email: string): Html {
  return html`<a href="mailto:${encodeURIComponent(email).replace('%40', '@')}">${email}</a>`
}

export function phoneLink(phone: string): Html {
  const number = phone.replaceAll(/[^\d+]/g, '')
  return number === '' ? html`${phone}` : html`<a href="tel:${number}">${phone}</a>`
}
