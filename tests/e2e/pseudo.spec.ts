// Words two fifths longer than the English ones, all of them accented: what is clipped is seen, and
// what came from no catalog. It needs a build of its own: `wxt build --mode pseudo`.
import { PSEUDO } from '../harness/chromium.ts'
import { cutOff } from '../looks/cutOff.ts'
import { dress } from '../looks/dress.ts'
import { faultsOf } from '../looks/faultsOf.ts'
import { hardCoded } from '../looks/hardCoded.ts'
import { isPopup, raise, thinOut } from '../looks/stage.ts'
import { STATES } from '../looks/states.ts'
import { expect, FAILED_REQUESTS, test } from './story.ts'

test.describe.configure({ mode: 'parallel' })
test.setTimeout(240_000)
test.use({ build: PSEUDO, allowedTrouble: FAILED_REQUESTS, actionTimeout: 10_000 })

for (const side of ['popup', 'pages']) {
  test(`${side}: every word is from a catalog, and long ones are whole and leave room`, async ({
    extension,
    endpoint,
  }) => {
    const show = await raise(extension, endpoint)
    for (const state of STATES.filter(each => isPopup(each) === (side === 'popup')))
      await test.step(state.name, async () => {
        const page = await show(state, 'en')
        expect.soft(await hardCoded(page), state.name).toEqual([])
        await thinOut(page)
        for (const name of ['light', 'narrow', 'large'] as const) {
          await dress(page, state, name)
          expect.soft(await cutOff(page), `${state.name}, ${name}`).toEqual([])
        }
        expect.soft(await faultsOf(page, 'target-size'), `${state.name}, large`).toEqual([])
      })
  })
}

test('a word from nowhere is seen, in the text and in a label', async ({ extension }) => {
  const page = await extension.open('options.html#settings')
  await page.locator('#language').waitFor()
  expect(await hardCoded(page)).toEqual([])
  await page.locator('main').evaluate(main => {
    main.append('Sample Person met Nobody')
    main.append('Wörds from nowhere')
    main.setAttribute('aria-label', 'Main')
  })
  expect(await hardCoded(page)).toEqual(['met Nobody', 'Wörds from nowhere', 'Main'])
})
