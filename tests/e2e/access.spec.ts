// Every page can be used by everybody: axe finds nothing, and nothing is cut off at 320 pixels.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Extension } from '../harness/extension.ts'
import type { Endpoint } from '../servers/endpoint.ts'
import { silentAddress } from '../servers/listen.ts'
import { seed } from './people.ts'
import { start } from './steps.ts'
import { expect, FAILED_REQUESTS, test } from './story.ts'

test.use({ allowedTrouble: FAILED_REQUESTS })

const PICTURES = fileURLToPath(new URL('../../.output/pictures', import.meta.url))
const SCHEMES = ['light', 'dark'] as const
const LANGUAGES = ['en', 'nb'] as const

interface Scene {
  readonly name: string
  readonly path: string
  /** Goes from the fresh page to what the picture shows; by ids, since it is done in two languages. */
  act?(page: Page): Promise<void>
  /** What is there once it is. */
  readonly sign: string
}

const write = async (page: Page, id: string, text: string) => page.locator(`#${id}`).fill(text)

const promote = (page: Page) => page.keyboard.press('Control+Enter')

const POPUP: Scene[] = [
  { name: 'popup-empty', path: 'popup.html', sign: '#name:focus' },
  {
    name: 'popup-fault',
    path: 'popup.html',
    sign: '#company-fault',
    async act(page) {
      await write(page, 'name', 'Sample Person')
      await write(page, 'email', 'sample.person')
      await promote(page)
    },
  },
  {
    name: 'popup-typed',
    path: 'popup.html',
    sign: '[role=status][data-is=draft]:not(:empty)',
    async act(page) {
      await write(page, 'company', 'Example AS')
      await write(page, 'email', 'sample.person@example.com')
      await write(page, 'notes', 'Wants an offer before the summer')
    },
  },
  {
    name: 'popup-promoted',
    path: 'popup.html',
    sign: '[role=status] a',
    act: promote,
  },
]

const PAGES: Scene[] = [
  { name: 'welcome', path: 'welcome.html', sign: '[role=status]' },
  { name: 'leads', path: 'options.html#leads', sign: '[role=grid]' },
  {
    name: 'crm',
    path: 'options.html#crm',
    sign: '[data-finding=closed-or-silent] button',
    async act(page) {
      await write(page, 'address', await silentAddress())
      await write(page, 'token', 'sample-token')
      await page.locator('.actions button').first().click()
    },
  },
  { name: 'settings', path: 'options.html#settings', sign: '#language' },
]

const POPUP_SIZE = { width: 440, height: 600 }
const PAGE_SIZE = { width: 1280, height: 800 }
const NARROW = { width: 320, height: 640 }

/** Light and dark, and then once more narrow. */
async function look(page: Page, { name, sign }: Scene, language: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page.locator(sign)).toBeVisible()
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme })
    const options = { rules: { 'target-size': { enabled: true } } }
    const { passes, violations } = await new AxeBuilder({ page }).options(options).analyze()
    expect(passes.map(({ id }) => id)).toContain('color-contrast')
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([])
    const path = `${PICTURES}/${name}-${language}-${colorScheme}.png`
    await page.screenshot({ path, fullPage: true })
  }
  await page.setViewportSize(NARROW)
  await page.screenshot({ path: `${PICTURES}/${name}-${language}-narrow.png`, fullPage: true })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
}

async function speak({ worker }: Extension, language: string): Promise<void> {
  await worker().evaluate(`chrome.storage.local.set({ preferences: { language: '${language}' } })`)
}

async function visit(extension: Extension, scenes: Scene[], language: string): Promise<void> {
  const page = await extension.context.newPage()
  for (const scene of scenes)
    await test.step(scene.name, async () => {
      await page.setViewportSize(scene.path === 'popup.html' ? POPUP_SIZE : PAGE_SIZE)
      await page.goto('about:blank')
      await page.goto(`chrome-extension://${extension.id}/${scene.path}`)
      await page.locator('main').waitFor()
      await scene.act?.(page)
      await look(page, scene, language)
    })
}

async function prepare(extension: Extension, endpoint: Endpoint, language: string) {
  await mkdir(PICTURES, { recursive: true })
  await start(extension, endpoint)
  await speak(extension, language)
}

for (const language of LANGUAGES) {
  test(`popup, ${language}: axe finds nothing, and 320 pixels are enough`, async ({
    extension,
    endpoint,
  }) => {
    await prepare(extension, endpoint, language)
    await visit(extension, POPUP, language)
  })

  test(`pages, ${language}: axe finds nothing, and 320 pixels are enough`, async ({
    extension,
    endpoint,
  }) => {
    await prepare(extension, endpoint, language)
    // A list in which every state is: two drafts, one on the card, and one that needs somebody.
    endpoint.on((leads, response, take) => {
      const problem = {
        type: 'about:blank',
        title: 'Invalid',
        status: 422,
        detail: 'No such branch',
      }
      const results = take().map(({ id, ...rest }, index) =>
        index === 0 ? { id, status: 'rejected', problem } : { id, ...rest },
      )
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ results: leads.length > 1 ? results : [] }))
    })
    const list = await extension.open('options.html#leads')
    await seed(list, { count: 4 })
    for (const row of [1, 2]) await list.getByRole('row').nth(row).getByRole('checkbox').check()
    await list.locator('[role=toolbar] button').first().click()
    await expect(list.locator('[data-is=needs-you]')).toBeVisible()
    await list.close()
    await visit(extension, PAGES, language)
  })
}
