// Every state of every screen can be used by everybody, however they look at it or listen to it.
import type { Page } from '@playwright/test'
import { LOCALES, type Locale } from '../../lib/language/words.ts'
import { openPopup } from '../harness/popup.ts'
import { cutOff } from '../looks/cutOff.ts'
import { DRESS_NAMES, type DressName, dress } from '../looks/dress.ts'
import { faultsOf } from '../looks/faultsOf.ts'
import { isPopup, raise, thinOut } from '../looks/stage.ts'
import { STATES } from '../looks/states.ts'
import { answer } from '../servers/endpoint.ts'
import { field, standing, start } from './steps.ts'
import { expect, FAILED_REQUESTS, test } from './story.ts'

test.describe.configure({ mode: 'parallel' })
test.setTimeout(240_000)
test.use({ allowedTrouble: FAILED_REQUESTS, actionTimeout: 10_000 })

const stateNamed = (name: string) => {
  const state = STATES.find(known => known.name === name)
  if (state === undefined) throw new Error(`There is no state ${name}`)
  return state
}

/** What of axe can change from one dress to the next, and is looked at again. */
const AGAIN: Partial<Record<DressName, string>> = {
  dark: 'color-contrast',
  narrow: 'target-size',
  large: 'target-size',
  'large-dark': 'color-contrast',
}

// Each state is seen in each dress, in one language after another; all of them in all languages are
// looked at by `npm run soak`, and in words that are longer still by pseudo.spec.ts.
for (const side of ['popup', 'pages']) {
  test(`${side}: axe finds nothing, and no word is cut off at 320 pixels or in large letters`, async ({
    extension,
    endpoint,
  }) => {
    const show = await raise(extension, endpoint)
    const spoken = new Set<Locale>()
    for (const [place, state] of STATES.entries()) {
      if (isPopup(state) !== (side === 'popup')) continue
      const language = LOCALES[place % LOCALES.length] ?? 'en'
      spoken.add(language)
      await test.step(`${state.name}, ${language}`, async () => {
        const page = await show(state, language)
        await thinOut(page)
        for (const name of DRESS_NAMES) {
          await dress(page, state, name)
          const seen = `${state.name}, ${language}, ${name}`
          expect.soft(await cutOff(page), seen).toEqual([])
          if (name === 'light') expect.soft(await faultsOf(page), seen).toEqual([])
          const again = AGAIN[name]
          if (again) expect.soft(await faultsOf(page, again), seen).toEqual([])
        }
      })
    }
    expect([...spoken].sort()).toEqual([...LOCALES].sort())
  })
}

interface Look {
  readonly at: string
  readonly outline: number
  readonly outlineColor: string
  readonly background: string
}

/** Goes through a page with Tab, and looks at each control that has the focus then. */
async function walk(page: Page): Promise<Look[]> {
  const looks: Look[] = []
  for (let step = 0; step < 16; step += 1) {
    await page.keyboard.press('Tab')
    looks.push(
      await page.evaluate(() => {
        const element = document.activeElement ?? document.body
        const style = getComputedStyle(element)
        const { outlineStyle, outlineWidth, outlineColor, backgroundColor: background } = style
        const outline = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
        return { at: element.outerHTML.slice(0, 80), outline, outlineColor, background }
      }),
    )
  }
  // Between the last control and the first the browser's own have the focus.
  return looks.filter(({ at }) => !at.startsWith('<body'))
}

test('in forced colours focus, states, buttons and the chosen tab are still told apart', async ({
  extension,
  endpoint,
}) => {
  const show = await raise(extension, endpoint)
  for (const name of ['popup-typing', 'crm-finding', 'leads-kept-back']) {
    const state = stateNamed(name)
    const page = await show(state, 'en')
    await dress(page, state, 'forced')
    const looks = await walk(page)
    expect(looks.length, name).toBeGreaterThan(8)
    for (const look of looks) {
      expect(look.outline, look.at).toBeGreaterThanOrEqual(2)
      expect(look.outlineColor, look.at).not.toBe(look.background)
    }
    const borderless = await page.locator('.button').evaluateAll(
      buttons =>
        buttons.filter(button => {
          const { borderTopWidth, borderTopColor } = getComputedStyle(button)
          const canvas = getComputedStyle(document.body).backgroundColor
          return Number.parseFloat(borderTopWidth) < 1 || borderTopColor === canvas
        }).length,
    )
    expect(borderless, name).toBe(0)
  }

  const list = await show(stateNamed('leads-full'), 'en')
  await dress(list, stateNamed('leads-full'), 'forced')
  const lines = await list
    .getByRole('tab')
    .evaluateAll(tabs => tabs.map(tab => getComputedStyle(tab).borderBottomWidth))
  expect(lines).toEqual(['2px', ...lines.slice(1).map(() => '0px')])
  const shapes = await list.locator('.state').evaluateAll(states =>
    states.map(state => {
      const icon = state.querySelector('svg')
      const { stroke } = getComputedStyle(icon ?? state)
      const ground = getComputedStyle(state.closest('table') ?? state).backgroundColor
      const shape = icon?.querySelector('path')?.getAttribute('d') ?? ''
      return {
        is: state.getAttribute('data-is'),
        shape,
        isDrawn: stroke !== ground && stroke !== 'none',
      }
    }),
  )
  expect(shapes.filter(({ isDrawn }) => !isDrawn)).toEqual([])
  const byState = new Map(shapes.map(({ is, shape }) => [is, shape]))
  expect([...byState.keys()].sort()).toEqual(['draft', 'needs-you', 'on-card'])
  expect(new Set(byState.values()).size).toBe(byState.size)
})

/** How many elements take their time to change how they look. */
const moving = (page: Page) =>
  page.evaluate(() => {
    const isMoving = (element: Element) => {
      const { transitionDuration, animationName } = getComputedStyle(element)
      const takesTime = transitionDuration.split(',').some(time => Number.parseFloat(time) > 0)
      return takesTime || animationName !== 'none'
    }
    const elements = [...document.querySelectorAll('*')]
    return elements.filter(isMoving).length + document.getAnimations().length
  })

test('where people want no motion, nothing moves', async ({ extension, endpoint }) => {
  const show = await raise(extension, endpoint)
  for (const name of ['popup-sending', 'leads-syncing', 'crm-finding', 'welcome']) {
    const page = await show(stateNamed(name), 'en')
    expect(await moving(page), name).toBe(0)
    // Elsewhere something does, or this would see nothing either way.
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await moving(page), name).toBeGreaterThan(0)
  }
})

test('the live region says each change once, from the first letter to the card', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)
  await standing(popup).waitFor({ state: 'attached' })
  await popup.evaluate(() => {
    const region = document.querySelector('[role=status]')
    const said: string[] = []
    const hear = () => said.push(region?.textContent ?? 'gone')
    const all = { childList: true, characterData: true, subtree: true }
    if (region) new MutationObserver(hear).observe(region, all)
    Object.assign(window, { said })
  })
  let goOn: () => void = () => undefined
  const seen = new Promise<void>(resolve => {
    goOn = resolve
  })
  endpoint.on(async (_leads, response, take) => {
    await seen
    answer(response, 200, { results: take() })
  })
  await field(popup, 'Name').pressSequentially('Sample Person')
  await field(popup, 'Company').pressSequentially('Example AS')
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('Sending')
  goOn()
  await expect(standing(popup).getByRole('link', { name: 'On the card' })).toBeVisible()
  const said = await popup.evaluate(() => (window as unknown as { said: string[] }).said)
  expect(said).toEqual(['Draft kept', 'Waiting', 'Sending', 'On the card'])
})
