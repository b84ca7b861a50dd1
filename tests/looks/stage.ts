import type { Page } from '@playwright/test'
import type { Browser } from 'wxt/browser'
import type { Locale } from '../../lib/language/words.ts'
import { expect, forget } from '../e2e/story.ts'
import type { Extension } from '../harness/extension.ts'
import { answer, type Endpoint } from '../servers/endpoint.ts'

declare const chrome: typeof Browser

/** What a state is made of: a page of the extension, and a CRM that answers as the state needs it. */
export interface Stage {
  readonly page: Page
  readonly extension: Extension
  readonly endpoint: Endpoint
  /** Lets the CRM take so many batches, and the next only when the stage is cleared. */
  holdAfter(batches: number): void
}

/** A state of one screen, and the way to it from a browser in which nobody has written anything. */
export interface State {
  readonly name: string
  readonly path: string
  /** Whether this person agreed and connected a CRM already; most have. */
  readonly isFirstDay?: boolean
  /** What lies in the database, and what the CRM will answer. */
  before?(stage: Stage): Promise<void> | void
  /** Goes from the fresh page to what is seen; by ids, since it is done in every language. */
  act?(stage: Stage): Promise<void>
  /** What is there once it is. */
  readonly sign: string
}

export const isPopup = ({ path }: State) => /^(?:popup|sidepanel)\.html/.test(path)

/** The sizes in which people see it: as broad as it wants to be, and on a phone or zoomed in. */
export const sizeOf = (state: State) =>
  isPopup(state) ? { width: 440, height: 600 } : { width: 1280, height: 800 }
export const NARROW = { width: 320, height: 640 }

/** Takes away the rows of a long list that are as those above them, which would take long to look at. */
export const thinOut = (page: Page) =>
  page.locator('tbody tr').evaluateAll(rows => {
    for (const row of rows.slice(12)) row.remove()
  })

/** What each state is seen with, until the next sets it back. */
export const PLAIN = {
  colorScheme: 'light',
  forcedColors: 'none',
  reducedMotion: 'reduce',
} as const

/** The first day, in whatever language the pages are. */
async function begin(extension: Extension, { address, token }: Endpoint): Promise<void> {
  const welcome = await extension.open('welcome.html')
  await welcome.locator('footer .primary').click()
  await welcome.locator('.notice').waitFor()
  const page = await extension.open('options.html#crm')
  await page.locator('#address').fill(address)
  await page.locator('#token').fill(token)
  await page.locator('.actions .primary').click()
  await page.locator('[role=status]:not(:empty)').waitFor()
}

/**
 * Agrees and connects once, as a person does, so that every state can begin from there.
 * @returns how to bring up a state
 */
export async function raise(extension: Extension, endpoint: Endpoint) {
  await begin(extension, endpoint)
  const everything = () => chrome.storage.local.get()
  // Without the mark that there is a database: each state begins with none.
  const { mark: _mark, ...kept } = await extension.worker().evaluate(everything)
  const page = await extension.context.newPage()
  let release: () => void = () => undefined

  const stage: Stage = {
    ...{ page, extension, endpoint },
    holdAfter(batches) {
      const held = new Promise<void>(resolve => {
        release = resolve
      })
      const before = endpoint.batches.length
      endpoint.on(async (_leads, response, take) => {
        if (endpoint.batches.length - before > batches) await held
        answer(response, 200, { results: take() })
      })
    },
  }

  async function clear(language: Locale, isFirstDay: boolean): Promise<void> {
    await page.goto('about:blank')
    release()
    await extension.worker().evaluate(forget)
    endpoint.on()
    endpoint.know([])
    const settings = { ...(isFirstDay ? {} : kept), preferences: { language } }
    await extension.worker().evaluate(items => chrome.storage.local.set(items), settings)
  }

  return async function show(state: State, language: Locale): Promise<Page> {
    await clear(language, state.isFirstDay ?? false)
    await page.emulateMedia(PLAIN)
    await page.setViewportSize(sizeOf(state))
    if (state.before) {
      await page.goto(`chrome-extension://${extension.id}/options.html#leads`)
      await page.locator('main').waitFor()
      await state.before(stage)
      await page.goto('about:blank')
    }
    await page.goto(`chrome-extension://${extension.id}/${state.path}`)
    await page.locator('main').waitFor()
    await state.act?.(stage)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator(state.sign).first()).toBeVisible()
    return page
  }
}
