// `npm run pictures`: every state of every screen, for people to look at. With PSEUDO it is the build
// that shows what is clipped or hard-coded.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { LOCALES } from '../../lib/language/words.ts'
import { expect, FAILED_REQUESTS, test } from '../e2e/story.ts'
import { PSEUDO } from '../harness/chromium.ts'
import { DRESS_NAMES, dress } from './dress.ts'
import { isPopup, raise, type State } from './stage.ts'
import { STATES } from './states.ts'

test.use({ allowedTrouble: FAILED_REQUESTS })
test.setTimeout(300_000)
const isPseudo = process.env.PSEUDO !== undefined
if (isPseudo) test.use({ build: PSEUDO })

const PICTURES = fileURLToPath(new URL('../../.output/pictures', import.meta.url))

/** Longer lists look the same further down. */
const TALLEST = 1600

async function take(page: Page, state: State, path: string): Promise<void> {
  const seen = await page.evaluate(() => ({
    width: innerWidth,
    height: document.body.getBoundingClientRect().height,
  }))
  // The real popup is as high as what is in it; a page is seen whole, as a window that is high enough.
  const [least, most] = isPopup(state) ? [0, 600] : [page.viewportSize()?.height ?? 0, TALLEST]
  const height = Math.ceil(Math.min(Math.max(seen.height, least), most))
  await page.setViewportSize({ width: seen.width, height })
  await page.screenshot({ path })
}

for (const language of isPseudo ? (['en'] as const) : LOCALES) {
  const label = isPseudo ? 'pseudo' : language
  for (const side of ['popup', 'pages'] as const) {
    test(`${side}, ${label}`, async ({ extension, endpoint }) => {
      await mkdir(PICTURES, { recursive: true })
      const show = await raise(extension, endpoint)
      const states = STATES.filter(state => isPopup(state) === (side === 'popup'))
      for (const state of states) {
        const page = await show(state, language)
        for (const name of DRESS_NAMES) {
          await dress(page, state, name)
          await take(page, state, `${PICTURES}/${state.name}-${label}-${name}.png`)
        }
      }
      expect(states).not.toEqual([])
    })
  }
}
