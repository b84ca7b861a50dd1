import { html } from 'hono/html'
import type { Html } from './layout.ts'
import type { Words } from './words.ts'

export type Trouble = 'missing' | 'refused' | 'broken'

/** Says what did not work, and leads back. */
export function troublePage({ t }: Words, trouble: Trouble): Html {
  return html`<h1>${t(`trouble.${trouble}Title`)}</h1>
<p>${t(`trouble.${trouble}`)}</p>
<p><a href="/">${t('trouble.home')}</a></p>`
}
