// Every state in every language and every dress, by axe and by the measure of what is cut off.
import { LOCALES } from '../../lib/language/words.ts'
import { expect, FAILED_REQUESTS, test } from '../e2e/story.ts'
import { cutOff } from './cutOff.ts'
import { DRESS_NAMES, dress } from './dress.ts'
import { faultsOf } from './faultsOf.ts'
import { isPopup, raise, thinOut } from './stage.ts'
import { STATES } from './states.ts'

test.use({ allowedTrouble: FAILED_REQUESTS })
test.setTimeout(900_000)

for (const language of LOCALES) {
  for (const side of ['popup', 'pages']) {
    test(`${side}, ${language}: axe finds nothing in any dress, and no word is cut off`, async ({
      extension,
      endpoint,
    }) => {
      const show = await raise(extension, endpoint)
      for (const state of STATES.filter(each => isPopup(each) === (side === 'popup')))
        await test.step(state.name, async () => {
          const page = await show(state, language)
          await thinOut(page)
          for (const name of DRESS_NAMES) {
            await dress(page, state, name)
            expect.soft(await cutOff(page), `${state.name}, ${name}`).toEqual([])
            expect.soft(await faultsOf(page), `${state.name}, ${name}`).toEqual([])
          }
        })
    })
  }
}
